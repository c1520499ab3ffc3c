import { getMember, isObject, type Json, type JsonObject, objectsIn } from '../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../scim/message.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isMadeUp, ownWords } from '../ledger/trust.js';

/** Whose a resource is that a target shows: `ours`, `another`, or `unclear` when it shows nothing to tell it by. */
export type Ownership = 'ours' | 'another' | 'unclear';

/** What a creation sent that tells its resource from all others. */
export interface Traces {
  readonly type: ResourceType;
  /** Names that the resource has or had: the one that it was created with, and each that it was renamed to. */
  readonly names: readonly string[];
  /**
   * Values of `externalId` and e-mail addresses that were sent: a target may store a name in another form. Of a body without a
   * name, all its plain texts.
   */
  readonly others: readonly string[];
}

/**
 * What can be told of a resource by the body that created it.
 *
 * @param body the body of the creation
 * @param type the resource's type
 */
export function tracesOf(body: Json | undefined, type: ResourceType): Traces {
  const sent = isObject(body) ? body : {};
  const names = texts(getMember(sent, nameAttribute(type)));
  return { type, names, others: names.length === 0 ? plainTexts(sent) : otherTraces(sent) };
}

/**
 * The values by which a resource is known besides its name once a write has given them: of a PUT those in the body, of a PATCH those in its
 * operations.
 *
 * @param request a PUT or PATCH; nothing is found in others
 */
export function tracesGivenBy({ method, body }: Pick<ScimRequest, 'method' | 'body'>): string[] {
  if (!isObject(body)) return [];
  const operations = method === 'PATCH' ? getMember(body, 'Operations') : undefined;
  const given = method === 'PUT' ? otherTraces(body) : objectsIn(operations).flatMap(tracesOfOperation);
  return given.filter(isMadeUp);
}

function tracesOfOperation(operation: JsonObject): string[] {
  const [path, value] = [getMember(operation, 'path'), getMember(operation, 'value')];
  if (typeof path === 'string') return TRACED.test(path) ? valuesIn(value) : [];
  return isObject(value) ? Object.entries(value).flatMap(([key, each]) => (TRACED.test(key) ? valuesIn(each) : [])) : [];
}

/** `emails`, `emails[type eq "work"].value`, `externalId`, whatever stands before it. */
const TRACED = /(^|:)(emails|externalid)\b/i;

/** A text, or the `value` of each element. */
function valuesIn(value: Json | undefined): string[] {
  return [...texts(value), ...objectsIn(isObject(value) ? [value] : value).flatMap((each) => texts(getMember(each, 'value')))];
}

/** What the ledger has of a creation. */
export function tracesOfEntry({ resourceType, name, names = [], traces = [] }: LedgerEntry): Traces {
  return { type: resourceType, names: [name, ...names].filter((each) => each !== ''), others: traces };
}

/**
 * Whose a resource is. Nobody is created under a name that people may have, so a name proves it, without regard to letter case,
 * Unicode form and surrounding blanks: all these a target may choose (RFC 7643 §4.1.1 says of userName alone that its case does not
 * count). A resource that shows another name is another's, whatever else it shows: a target may have put what was sent onto somebody
 * who was there. Only a target that keeps the made-up word of a name and shows the externalId or an address has another form of it, and
 * only one that shows a made-up address or externalId as the name has put that in its place.
 * Without a name, these tell; of a body without one it must show every text that was sent. Of both only what was made up counts.
 *
 * @param shown the resource as the target shows it
 * @param traces what was sent
 */
export function ownershipOf(shown: JsonObject, traces: Traces): Ownership {
  if (traces.names.length === 0) return shows(shown, traces.others) ? 'ours' : 'unclear';
  const [name] = texts(getMember(shown, nameAttribute(traces.type)));
  const others = new Set(traces.others.filter(isMadeUp).map(comparable));
  const isTraced = otherTraces(shown).some((value) => others.has(comparable(value)));
  if (name === undefined) return isTraced ? 'ours' : 'unclear';
  if (traces.names.some((each) => comparable(each) === comparable(name))) return 'ours';
  // Some targets name people by their address. Nobody but who was created with a made-up one has it for a name.
  if (others.has(comparable(name))) return 'ours';
  return isTraced && sharesWords(name, traces.names) ? 'ours' : 'another';
}

/** Whether a name holds the words that scim-check has made up for one that was sent. */
function sharesWords(name: string, sent: readonly string[]): boolean {
  const there = new Set(ownWords(comparable(name)));
  const wordsOf = sent.map((each) => ownWords(comparable(each)));
  return wordsOf.some((words) => words.length > 0 && words.every((word) => there.has(word)));
}

function shows(shown: JsonObject, wanted: readonly string[]): boolean {
  const there = new Set([...plainTexts(shown), ...otherTraces(shown)].map(comparable));
  return wanted.some(isMadeUp) && wanted.every((value) => there.has(comparable(value)));
}

/** The texts of a resource's simple attributes. */
function plainTexts(resource: JsonObject): string[] {
  return Object.entries(resource).flatMap(([name, value]) => (name === 'id' ? [] : texts(value)));
}

/**
 * Whether an id can stand in a path without changing it. RFC 3986 §5.2.4 removes dot segments, also percent-encoded ones; what is
 * between a server and its clients may decode slashes first, and some servers take a backslash for one.
 *
 * @param id as the target gave it
 */
export function isUsableId(id: string): boolean {
  return id !== '' && !id.split(/[/\\]|%2f|%5c/i).some((part) => /^(\.|%2e){1,2}$/i.test(part));
}

/** The values of externalId and of all e-mail addresses. */
function otherTraces(resource: JsonObject): string[] {
  const emails = getMember(resource, 'emails');
  const addresses = Array.isArray(emails) ? emails.flatMap((each) => (isObject(each) ? texts(getMember(each, 'value')) : [])) : [];
  return [...texts(getMember(resource, 'externalId')), ...addresses];
}

function texts(value: Json | undefined): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

function comparable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
