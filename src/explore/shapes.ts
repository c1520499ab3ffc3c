import type { Family } from '../client/client.js';
import { PERSONAS, type PersonaName } from '../client/values/persona.js';
import { ENTERPRISE_USER_URN } from '../scim/urn.js';

/** A value of an awkward but legal shape. */
export interface Shaped {
  /** What is awkward about it, in a word or two. */
  readonly shape: string;
  readonly value: string;
}

function shaped(shape: string, value: string): Shaped {
  return { shape, value };
}

/** Texts that directories hold and servers trip over: what separates, quotes, ends or escapes somewhere on the way. */
const TEXTS: readonly Shaped[] = [
  shaped('ampersand', 'R&D and Q&A'),
  shaped('slash', 'Sales/Marketing'),
  shaped('brackets', 'Lead (EMEA) [acting]'),
  shaped('apostrophe', "People's Voice"),
  shaped('dots', 'Dr. A. B. North Jr.'),
  shaped('comma', 'North, Alexis; second'),
  shaped('colon', 'Team: Red'),
  shaped('percent', '100% remote %20'),
  shaped('plus', 'C++ and C#'),
  shaped('angle', 'a < b > c'),
  shaped('quotes', 'The "Q" team'),
  shaped('backslash', 'ACME\\north'),
  shaped('accents', 'Zoë Nuñez-Müller'),
  shaped('scripts', '李小龍 / ليلى حداد'),
  shaped('emoji', 'Robin 🚀'),
  shaped('long', 'Principal Steinhausenbergerdorff Engineer of Everything and More'),
  shaped('one letter', 'X'),
  shaped('word of code', 'null'),
  shaped('truth value', 'true'),
  shaped('digits', '20260401'),
  shaped('blanks inside', 'Head  of   Staff'),
];

const NAMES: readonly Shaped[] = [
  shaped('apostrophe', "O'Brien"),
  shaped('hyphen', 'Marsh-Sinclair'),
  shaped('blank', 'van der Berg'),
  shaped('dots', 'J. R.'),
  shaped('accents', 'Nuñez-Müller'),
  shaped('scripts', '李小龍'),
  shaped('emoji', 'Fox 🦊'),
  shaped('word of code', 'Null'),
  shaped('one letter', 'X'),
  shaped('long', 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'),
];

const CODES: readonly Shaped[] = [
  shaped('leading zeros', '000417'),
  shaped('digits', '417000'),
  shaped('exponent', '1e5'),
  shaped('hyphen', 'A-17/04'),
];

const ADDRESSES: readonly Shaped[] = [
  shaped('comma', 'Flat 3, 21 Garden Lane'),
  shaped('number sign', '5 Main St #12'),
  shaped('lines', '1 Garden Lane\nFloor 3'),
  shaped('ampersand', 'King & Queen St'),
  shaped('apostrophe', "12 St. Mary's Road"),
  shaped('scripts', '東京都千代田区1-1'),
];

const PLACES: readonly Shaped[] = [
  shaped('apostrophe', "King's Lynn"),
  shaped('accents', 'São Paulo'),
  shaped('blank', 'New York'),
  shaped('scripts', '東京'),
];

const PHONES: readonly Shaped[] = [
  shaped('brackets', '+1 (425) 555-0142'),
  shaped('digits', '4255550142'),
  shaped('dots', '+49.30.5550.142'),
  shaped('leading zeros', '0030 555 0142'),
];

/** Every address is somebody's own: two people with one are two with the same. */
const MAILS: readonly Shaped[] = [
  shaped('plus', 'first+last.${random.uuid}@${run.domain}'),
  shaped('apostrophe', "o'neil.${random.uuid}@${run.domain}"),
  shaped('capitals', 'First.Last.${random.uuid}@${run.domain}'),
  shaped('underscore', 'first_last.${random.uuid}@${run.domain}'),
];

/** Ids of the directory: they count with their letter case (RFC 7643 §3.1). */
const EXTERNAL_IDS: readonly Shaped[] = [
  shaped('capitals', 'HR-${random.uuid}'),
  shaped('slash', 'acme/${random.uuid}'),
  shaped('dots', 'acme.hr.${random.uuid}'),
];

/** A number, a code or an id of letters, by the last word of its path. */
const KINDS: readonly (readonly [RegExp, readonly Shaped[]])[] = [
  [/^externalid$/i, EXTERNAL_IDS],
  [/^e?mails?\b/i, MAILS],
  [/^phonenumbers\b/i, PHONES],
  [/streetaddress$|^addresses\b.*\.formatted$/i, ADDRESSES],
  [/\.(locality|region)$/i, PLACES],
  [/\.postalcode$|:employeenumber$|:costcenter$/i, CODES],
  [/^name\.(given|family|middle)name$/i, NAMES],
  [/^(title|nickname|displayname)$/i, TEXTS],
  [new RegExp(`^${ENTERPRISE_USER_URN}:(department|division|organization)$`, 'i'), TEXTS],
];

/**
 * The awkward values that a client may send for an attribute. What keeps to a list or a format (a locale, a time zone, a country)
 * has none: anything else might be refused with good reason.
 *
 * @param path target path
 * @param isMatched the client looks objects up by it: Entra then sends no quotation mark and no backslash
 */
export function shapesFor(path: string, isMatched: boolean): readonly Shaped[] {
  const found = KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  return isMatched ? found.filter(isPlainInFilter) : found;
}

/** What a filter's text holds without an escape. */
function isPlainInFilter({ value }: Shaped): boolean {
  return !/["\\]/.test(value);
}

/** The people of awkward shapes whom a client provisions: Entra's look-up of a quotation mark fails on its own side. */
export function personasOf(family: Family): readonly PersonaName[] {
  return PERSONAS.map(({ name }) => name).filter((name) => family !== 'entra' || name !== 'quotes');
}

/** New names of a person, by the name that they have. */
export const USER_NAMES: readonly Shaped[] = [
  shaped('plain', 'renamed.${KEY.userName}'),
  shaped('apostrophe', "o'neil.${KEY.userName}"),
  shaped('plus', 'extra+${KEY.userName}'),
  shaped('capitals', 'NEW.${KEY.userName}'),
];

/** Names of groups; the UUID keeps them apart. */
export const GROUP_NAMES: readonly Shaped[] = [
  shaped('ampersand', 'R&D ${random.uuid}'),
  shaped('slash', 'Sales/Marketing ${random.uuid}'),
  shaped('brackets', 'Team (EMEA) [acting] ${random.uuid}'),
  shaped('apostrophe', "People's ${random.uuid}"),
  shaped('dots', 'v1.2 Team. ${random.uuid}'),
  shaped('comma', 'North, South; West ${random.uuid}'),
  shaped('percent', '100% ${random.uuid}'),
  shaped('plus', 'C++ ${random.uuid}'),
  shaped('scripts', '営業 Köln ${random.uuid}'),
  shaped('word of code', 'and or not ${random.uuid}'),
];
