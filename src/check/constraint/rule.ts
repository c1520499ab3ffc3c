import { plainText } from '../../base/plain-text.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { headerOf } from '../../scim/message.js';
import { SEARCH_REQUEST_URN } from '../../scim/urn.js';
import { sentOperations } from '../operation.js';
import { changedNames, heldAt, holds, isPlain, pathsOf, placesOf } from './attributes.js';
import { isOfForm, isOfLength, isOfLimits, isOfNewPassword } from './limits.js';
import type { RefusedWrite } from './refused-write.js';
import { names, wordsOf } from './words.js';

/** A rule of the target's own, for which it refuses a write, as its answer says. */
export type RuleKind = 'room' | 'user-name' | 'value' | 'required' | 'fixed' | 'version' | 'size' | 'members' | 'operation' | 'password';

export interface Rule {
  readonly kind: RuleKind;
  /** The attribute that the answer names, where the rule is about one. */
  readonly attribute?: string;
}

/** Statuses by which targets say that a rule forbids it. */
const OF_RULES: ReadonlySet<number> = new Set([400, 402, 403, 409, 422, 507]);

const ROOM = /\b(seats?|licen[cs]es?|subscriptions?|quota|plan|(user|group|account|member)s? (limit|quota|capacity)|limit of \d+)\b/i;
const SPENT =
  /\b(reach|exceed|left|available|remaining|full|taken|occupied|assigned|in use|used( up)?|allows?|upgrade|insufficient|exhausted|enough|limit|out of|maximum)/i;
const TEXT_LENGTH = /\b(characters?|chars?|length|longer|too long)\b/i;
const DOMAIN = /\bdomains?\b/i;
const ADDRESS = /\be-?mail\b/i;
const LACKING =
  /\b(required|missing|mandatory|must (not be (blank|empty|null|missing)|be present|be provided|be specified|be set|have)|(cannot|can't|may not|should not) be (blank|empty|null)|at least one)\b/i;
const NOTHING =
  /\bnot[ -]null\b|\b(cannot|can't|must not|may not|should not) be null\b|\bnull value in column\b|\bdoes(n't| not) have a default value\b|\b(received|got) undefined\b/i;
const FIXED =
  /\b(immutable|permanent|read-?only|(cannot|can't|can not|must not|may not|not allowed to) (be )?(chang|modif|updat|renam|edit)|not (modifiable|changeable|updatable))/i;
/** The target has a limit for bodies as such. */
const SIZE =
  /\b(body|payload|entity|content[ -]length)\b.{0,40}\b(too (large|big|long)|exceed\w*|larger than|over the limit)|\b(too (large|big)|exceed\w*)\b.{0,40}\b(body|payload|entity)\b/i;

/** So many bytes any server takes: a person needs two kilobytes, a hundred members of a group, as Okta sends them, a dozen. */
const ORDINARY_BYTES = 16_384;

/** "at most 50 members", "the limit of 100 members", "maximum number of members (500)". */
const MEMBERS =
  /\b(at most|no more than|more than|up to|max(imum)?|limit|limited|exceed\w*)\b.{0,40}\b\d+\b.{0,20}\b(members|users)\b|\b(max(imum)?|limit)\b.{0,30}\bmembers\b.{0,10}\b\d+\b|\bmembers\b.{0,40}\b(at most|more than|up to|max(imum)?|limit|limited|exceed\w*)\b.{0,20}\b\d+\b/i;

/** What one request may bring is another matter: the client can send several. */
const PER_REQUEST = /\b(requests?|operations?|calls?|at (once|a time)|batch(es)?)\b/i;

/** The names of operations as a target lists them. */
const OPERATION_NAMES = [/\badd\b/, /\bremove\b/, /\breplace\b/];

/** Roles are the app's own: it says which there are, and how many of them somebody may have. */
const OF_ROLES =
  /\b(no (such )?|unknown |invalid |undefined |unsupported )(role|entitlement)s?\b|\b(role|entitlement)s?\b.{0,60}\b(does not exist|not (exist|found|known|defined|assignable|available|allowed))|\b(one|a single) (role|entitlement)\b|\b(role|entitlement)s?\b.{0,30}\bmust be one of\b/i;

/**
 * The rule for which a target refuses a write, where its own words name it. What it does not say is not guessed: other checks
 * explain such a refusal.
 *
 * @param write the write and its answer
 * @returns undefined for a success, and for a refusal that names no rule
 */
export function ruleOf(write: RefusedWrite): Rule | undefined {
  const { request, response } = write;
  if (request.method === 'GET' || isSearch(request) || response.status < 400) return undefined;
  if (demandsVersion(write)) return { kind: 'version' };
  if (isTooLarge(write)) return { kind: 'size' };
  if (hasTooManyMembers(write)) return { kind: 'members' };
  if (!OF_RULES.has(response.status)) return undefined;
  const words = wordsOf(response);
  if (isOfOperationNames(write, words)) return { kind: 'operation' };
  if (isFull(write, words)) return { kind: 'room' };
  if (isOfUserName(write, words)) return { kind: 'user-name' };
  if (OF_ROLES.test(words) && !/\b(attribute|element|field|filter|path)s?\b/i.test(words) && bringsRoles(write)) return { kind: 'value' };
  const absent = absentAttribute(write, words);
  if (absent !== undefined) return { kind: 'required', attribute: absent };
  if (isOfType(words) && !isOfLength(words)) return undefined;
  const fixed = fixedAttribute(write, words);
  if (fixed !== undefined) return { kind: 'fixed', attribute: fixed };
  const lacking = lackingAttribute(write, words);
  if (lacking !== undefined) return { kind: 'required', attribute: lacking };
  if (isOfNewPassword(write, words)) return { kind: 'password' };
  return isOfLimits(write, words) || isOfForm(write, words) ? { kind: 'value' } : undefined;
}

function bringsRoles({ request: { body } }: RefusedWrite): boolean {
  return isObject(body) && [...Object.keys(body), ...changedNames(body)].some((name) => /^(roles|entitlements)\b/i.test(name));
}

/** A query by POST writes nothing (RFC 7644 §3.4.3): what a create may miss is no reason for its refusal. */
function isSearch({ body }: RefusedWrite['request']): boolean {
  return isObject(body) && JSON.stringify(body['schemas'] ?? null).includes(SEARCH_REQUEST_URN);
}

/** 428, or 412 although no version was named (RFC 6585 §3, RFC 7644 §3.14). */
function demandsVersion({ request, response: { status } }: RefusedWrite): boolean {
  return status === 428 || (status === 412 && headerOf(request.headers, 'if-match') === undefined);
}

/** A body of ordinary size is too large. What many operations or members need is another matter. */
function isTooLarge({ request: { body }, response }: RefusedWrite): boolean {
  if (![400, 413, 422].includes(response.status)) return false;
  // The operations of a bulk request.
  if (sentOperations(body).some(({ method }) => method !== undefined)) return false;
  return SIZE.test(wordsOf(response)) && JSON.stringify(body ?? null).length <= ORDINARY_BYTES;
}

/** A group may have so many members. */
function hasTooManyMembers({ request: { resourceType }, response }: RefusedWrite): boolean {
  if (resourceType !== 'Group' || ![400, 403, 409, 413, 422].includes(response.status)) return false;
  const words = wordsOf(response);
  return MEMBERS.test(words) && !PER_REQUEST.test(words);
}

/** `Unknown variant "Replace", expected "add", "remove" or "replace"`, to an operation whose name has capitals. */
function isOfOperationNames({ request: { body } }: RefusedWrite, words: string): boolean {
  const hasCapitals = ({ op }: JsonObject): boolean => typeof op === 'string' && op !== op.toLowerCase();
  return sentOperations(body).some(hasCapitals) && OPERATION_NAMES.filter((name) => name.test(words)).length > 1;
}

/** A tenant has room for so many people or groups. */
function isFull({ request, response }: RefusedWrite, words: string): boolean {
  if (request.method !== 'POST') return false;
  return response.status === 402 || (ROOM.test(words) && SPENT.test(words) && !TEXT_LENGTH.test(words));
}

/** User names must be addresses, or addresses of certain domains. */
function isOfUserName({ request }: RefusedWrite, words: string): boolean {
  if (request.resourceType !== 'User' || request.method === 'DELETE') return false;
  if (DOMAIN.test(words)) return true;
  return names(words, 'userName') && ADDRESS.test(words) && /\b(valid|must|format|not an?)\b/i.test(words);
}

/** What is said of the type of a value, of the form of the request or of the schema is no rule of the vendor's. */
function isOfType(words: string): boolean {
  return /\b(booleans?|strings?|integers?|arrays?|objects?|json|schemas?|syntax|operations?|unknown|unrecogni[sz]ed|not recogni[sz]ed|path|null|primary|(in)?active|activated)\b/i.test(
    words,
  );
}

/** The attribute that the write changes, that the target names as one that stays, and that /Schemas does not declare so. */
function fixedAttribute({ request, response, facts }: RefusedWrite, words: string): string | undefined {
  if (request.method !== 'PATCH' && request.method !== 'PUT') return undefined;
  const type = isObject(response.body) ? getMember(response.body, 'scimType') : undefined;
  if (type !== 'mutability' && !FIXED.test(words)) return undefined;
  // What the target assigns itself is no attribute of the client's, whoever brings it.
  if (/['"`](id|meta|schemas|groups)(\.\w+)?['"`]/.test(words)) return undefined;
  // What a PUT leaves out, it takes away.
  const changed = request.method === 'PUT' ? pathsOf(facts.schemas, request) : changedNames(request.body);
  const named = changed.filter((name) => names(words, name));
  const meant = named.length > 0 ? named : type === 'mutability' && changed.length === 1 ? changed : [];
  return meant.find((name) => !/^(id|meta|schemas|groups|members|active)\b/i.test(name) && isPlain(facts.schemas, request, name));
}

/** The attribute that the target asks for, which is not in the body. */
function lackingAttribute({ request, facts }: RefusedWrite, words: string): string | undefined {
  const { method, body } = request;
  if (!LACKING.test(words) || !isObject(body)) return undefined;
  if (method === 'PATCH')
    return changedNames(body).find((path) => names(words, path) && !bringsPart(body, path, words) && !bringsPlain(body, path));
  if (method !== 'POST' && method !== 'PUT') return undefined;
  const own = request.resourceType === 'Group' ? 'displayName' : 'userName';
  // To a target that reads names as they are written, a body in other letter case lacks all that it brings.
  if (body[own] === undefined && getMember(body, own) !== undefined) return undefined;
  return placesOf(facts.schemas, request).find((place) => place.path !== own && !holds(body, place) && names(words, place.path))?.path;
}

/** The attribute that a database or a library found to be nothing, because the body does not have it. */
function absentAttribute({ request, facts }: RefusedWrite, words: string): string | undefined {
  const { method, body } = request;
  if (!NOTHING.test(words) || !isObject(body) || (method !== 'POST' && method !== 'PUT')) return undefined;
  return placesOf(facts.schemas, request).find((place) => heldAt(body, place) === undefined && names(words, place.path))?.path;
}

/** `addresses.country is required`, to a PATCH that brings it with another operation: what is wanted is not lacking. */
function bringsPart(body: JsonObject, attribute: string, words: string): boolean {
  const operations = Array.isArray(body['Operations']) ? body['Operations'] : [];
  return operations.some((operation) => {
    const path = isObject(operation) && getMember(operation, 'op') !== 'remove' ? plainText(getMember(operation, 'path') ?? '') : '';
    const part = /\.([A-Za-z]+)$/.exec(path)?.[1];
    return part !== undefined && path.toLowerCase().startsWith(attribute.toLowerCase()) && names(words, part);
  });
}

/** `title must have at most 30 characters`, to a PATCH that brings a title: that is no want of it. */
function bringsPlain(body: JsonObject, attribute: string): boolean {
  const isPlainText = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';
  return sentOperations(body).some((operation) => {
    const [path, value] = [getMember(operation, 'path'), getMember(operation, 'value')];
    if (path !== undefined) return typeof path === 'string' && path.replace(/^urn:.*:/i, '') === attribute && isPlainText(value);
    return isObject(value) && isPlainText(getMember(value, attribute));
  });
}
