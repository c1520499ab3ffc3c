import { getMember, isObject } from '../../scim/json.js';
import { changedNames, pathsOf } from './attributes.js';
import type { RefusedWrite } from './refused-write.js';
import { names } from './words.js';

const LIMITED =
  /\b(too long|longer than|(max(imum)?|maximal) (length|size)|at most|no more than|only (one|a single|1|types?|supports?)\b|(supports?|allows?|accepts?) only|more than one|policy|complexity|too short|at least \d+ (characters|letters|signs)|E\.?164)\b/i;

/** How libraries and databases say that a text is too long or too short: with a number of characters, or as a length. */
const LENGTHS: readonly RegExp[] = [
  /(\b(most|more|greater|longer|shorter|less|fewer|least) than\b|\bat (most|least)\b|\bup to\b|\bexceed\w*|\bmax(imum)?\b|\bmin(imum)?\b|\blimit|[<>≤≥]).{0,30}?\d+\W{0,3}(characters?|chars?|letters|signs)\b/i,
  /\b\d+\W{0,3}(characters?|chars?|letters|signs) or (fewer|less|more)\b/i,
  /\b(max(imum)?|maximal|min(imum)?) (allowed |permitted )?(length|size)\b/i,
  /\b(length|size)\b.{0,20}\b(must|should|has to) be (between|(less|greater|more|shorter|at (most|least))\b.{0,20}|no more than|exactly)? ?\d+/i,
  /\btoo (long|short|large|big)\b.{0,40}\b(column|type|field)\b|\bvalue too (long|large|big)\b|\b(would|will) be truncated\b/i,
  /\bfailed on the '(max|min|len|lte?|gte?)' tag\b/i,
];

/** What targets say of a password that they do not take. */
const OF_PASSWORDS =
  /\b(must (have|be at least|contain|include|match|meet|satisfy)|should (have|contain|include)|(does|do) not (have|contain|include|match|meet|satisfy)|needs? (at least|a|an|one|to)|weak|strong(er)?|strength|requirements|minimum|letters?|digits?|symbols?|uppercase|lowercase|reused?|history|common|breach(ed|es)?)\b/i;

/** Attributes whose values have a form that libraries look at, and how these call it. */
const FORMS: readonly { readonly attributes: RegExp; readonly called: string }[] = [
  { attributes: /"(phoneNumbers|[^"]*phoneNumbers\[[^\]]*\][^"]*)"/i, called: '(tele)?(phone|mobile|fax)([ _-]?numbers?)?|numbers?' },
  { attributes: /"(locale|preferredLanguage)"/i, called: 'locales?|(preferred[ _-]?)?languages?( (codes?|tags?))?' },
  { attributes: /"timezone"/i, called: 'time[ _-]?zones?' },
  { attributes: /"(country|[^"]*\.country)"/i, called: 'country([ _-]?codes?)?|countries' },
  { attributes: /"profileUrl"|"photos/i, called: 'ur[il]s?' },
];

/** "expected string to have >=1 characters": no limit, but a value that is empty. */
const OF_EMPTY =
  /(\bat least|\bmin(imum)?( of)?|\b(less|fewer|shorter) than|>=|≥|\bmore than|\bgreater than|>)\s*(one|[01])\W{0,3}(characters?|chars?|letters|signs)\b/i;

/** The text says how many characters a value may have. */
export function isOfLength(words: string): boolean {
  return !OF_EMPTY.test(words) && LENGTHS.some((pattern) => pattern.test(words));
}

/** The target does not take the password of a new person, which is the client's own: no mapping says what it is. */
export function isOfNewPassword({ request: { method, body } }: RefusedWrite, words: string): boolean {
  return method === 'POST' && isObject(body) && typeof getMember(body, 'password') === 'string' && isOfPassword(words);
}

/** The target has a limit for an attribute that the body brings. */
export function isOfLimits({ request, facts }: RefusedWrite, words: string): boolean {
  if (!LIMITED.test(words) && !isOfLength(words) && !isOfPassword(words)) return false;
  const brought = request.method === 'PATCH' ? changedNames(request.body) : isObject(request.body) ? Object.keys(request.body) : [];
  return (
    /\b(length|long|characters?)\b/i.test(words) || [...brought, ...pathsOf(facts.schemas, request)].some((path) => names(words, path))
  );
}

/** The target takes only certain numbers, languages or countries, of which the body brings others. */
export function isOfForm({ request: { body } }: RefusedWrite, words: string): boolean {
  const text = JSON.stringify(body ?? null);
  return FORMS.some(({ attributes, called }) => {
    const isOfValue = `\\b(valid|invalid|unsupported) (${called})(?!\\w|\\.\\w|\\[)|\\b(${called})\\b.{0,40}(format|pattern|must be one of|not (a )?valid|valid choice)`;
    return attributes.test(text) && new RegExp(isOfValue, 'i').test(words);
  });
}

function isOfPassword(words: string): boolean {
  return names(words, 'password') && (OF_PASSWORDS.test(words) || LIMITED.test(words) || isOfLength(words));
}
