import type { MappedAttribute } from '../../mapping/mapping.js';
import type { DirectoryValue } from '../client.js';
import { COMPANY, NEW_COMPANY, NEW_JOB } from './job.js';
import { NEW_PLACE, PLACES, type Place } from './place.js';

/** Where somebody is from now on; who is there already goes to the first of the other places. */
function elsewhere(value: string, of: (place: Place) => string): string {
  const [first = NEW_PLACE] = PLACES;
  return of(NEW_PLACE) === value ? of(first) : of(NEW_PLACE);
}

/** What is no free text keeps to its list or its format: anything else might be refused with good reason. */
const KINDS: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/(^|[.:])(locale|preferredlanguage)$/, (value) => elsewhere(value, ({ locale }) => locale)],
  [/(^|[.:])timezone$/, (value) => elsewhere(value, ({ timezone }) => timezone)],
  [/(^|[.:])(country|companycountry)$/, (value) => elsewhere(value, ({ country }) => country)],
  [/(^|[.:])(region|state|stateorprovince)$/, (value) => elsewhere(value, ({ region }) => region)],
  [/(^|[.:])(locality|city|location)$/, (value) => elsewhere(value, ({ locality }) => locality)],
  [/(^|[.:])postalcode$/, (value) => elsewhere(value, ({ postalCode }) => postalCode)],
  [/(^|[.:])streetaddress$/, otherStreet],
  [/(^|[.:])usertype$/, (value) => another(value, 'Contractor', 'Employee')],
  [/^roles\b.*\.(value|display)$/, (value) => another(value, 'Viewer', 'Editor')],
  [/(^|[.:])title$/, (value) => another(value, NEW_JOB.title, 'Engineer')],
  [/(^|[.:])department$/, (value) => another(value, NEW_JOB.department, 'Sales')],
  [/(^|[.:])division$/, (value) => another(value, NEW_JOB.division, 'Products')],
  [/(^|[.:])costcenter$/, (value) => another(value, NEW_JOB.costCenter, '4110')],
  [/(^|[.:])(organization|company)$/, (value) => another(value, NEW_COMPANY, COMPANY)],
  [/^name\.givenname$/, (value) => another(value, 'Alexis', 'Robin')],
  [/^name\.familyname$/, (value) => another(value, 'Marsh-Sinclair', 'Marsh')],
  [/^name\.middlename$/, (value) => another(value, 'Jean', 'Robin')],
  [/^name\.honorificprefix$/, (value) => another(value, 'Prof.', 'Dr.')],
  [/^name\.honorificsuffix$/, (value) => another(value, 'PhD', 'MBA')],
  [/^nickname$/, (value) => another(value, 'Alex', 'Robin')],
  [/^(displayname|name|name\.formatted)$/, (value) => `${value.trim()} North`],
  [/^externalid$/, otherId],
  [/gender$/, (value) => another(value, 'unknown', 'other')],
];

function another(value: string, first: string, second: string): string {
  return value === first ? second : first;
}

/**
 * Another value for an attribute, of the same kind as the one that it has: what a directory might hold next. Capitals and the
 * punctuation of people are in it, so that a target which writes it in its own way is seen.
 *
 * @param row the attribute's row in the mapping, with its target path as name
 * @param value the value that it has now
 * @returns undefined when there is no other value to give: references and lists come from elsewhere
 */
export function otherValue(row: MappedAttribute, value: DirectoryValue): DirectoryValue | undefined {
  const name = row.name.toLowerCase();
  // Which element is the primary one, and of which type it is, is a constant of the mapping.
  if (/(\]|^roles)\.(type|primary)$/.test(name)) return undefined;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return undefined;
  if (row.allowed !== undefined) return row.allowed.find((each) => each.toLowerCase() !== value.toLowerCase());
  if (row.type === 'DateTime') return another(value, '2027-11-30T18:45:00Z', '2027-12-01T18:45:00Z');
  if (/^e?mails?\b/.test(name) || /^[^\s@]+@[^\s@]+$/.test(value)) return `New.${value}`;
  const other = otherTextOf(name, value);
  // What nobody shares with others must not be shared afterwards: the mark that is in the old value stays.
  return row.unique !== true || /\d{6}/.test(other) || other.startsWith(value.trim()) ? other : `New ${value}`;
}

function otherTextOf(name: string, value: string): string {
  if (/^phonenumbers\b/.test(name)) return otherPhone(name, value);
  const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  return kind === undefined ? otherText(value) : kind(value);
}

function otherPhone(name: string, value: string): string {
  if (/ ext\. \d+$/.test(value)) return otherText(value);
  const digits = value.replaceAll(/\D/g, '').slice(-2).padStart(2, '0');
  const number = name.includes('mobile') ? NEW_PLACE.mobile(digits) : NEW_PLACE.landline(digits);
  // The first of the two digits tells the element from the others, and stays.
  return number === value ? NEW_PLACE.landline(`${digits.charAt(0)}${(Number(digits.charAt(1)) + 1) % 10}`) : number;
}

/** Whoever lives in a flat moves into one of the same number, so that no two addresses become the same. */
function otherStreet(value: string): string {
  const flat = /^Flat \d/.exec(value)?.[0];
  if (flat === undefined) return elsewhere(value, ({ streetAddress }) => streetAddress);
  return another(value, `${flat}, 90 Sample Street West`, `${flat}, 21 Garden Lane`);
}

/** A GUID stays one; a mail nickname gets another first name. */
function otherId(value: string): string {
  const isGuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
  return isGuid ? value.replace(/^.{8}/, 'c4a96ed0') : `new.${value}`;
}

function otherText(value: string): string {
  if (/^https?:/.test(value)) return `${value}/profile`;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return another(value, '2027-11-30', '2027-12-01');
  // The last digit of a number, a code or an id, whatever stands before it.
  if (/\d$/.test(value)) return value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  return `${value.trim()} II`;
}
