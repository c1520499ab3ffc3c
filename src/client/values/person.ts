import type { MappedAttribute } from '../../mapping/mapping.js';
import type { DirectoryValue, Family } from '../client.js';
import { digitOf } from './element-kind.js';
import { externalIdOf } from './identifier.js';
import { COMPANY, JOBS, type Job, PLAIN_JOBS } from './job.js';
import { listOf } from './list.js';
import { type Persona, personaOf } from './persona.js';
import { PLACES, PLAIN_PLACES, type Place } from './place.js';
import { guid, ownMark, pick, type Random, seededRandom } from './random.js';
import { digits, vendorValue } from './vendor.js';

/** What identifies a synthetic object: equal identities give equal values. */
export interface Identity {
  readonly seed: number;
  readonly dialect: string;
  /** The client's family: what it takes for an `externalId` differs. */
  readonly family: Family;
  readonly scenario: string;
  readonly key: string;
  readonly persona?: string;
  /** Mail domain of all addresses. */
  readonly domain: string;
}

/** What a person is made of. */
interface Figure {
  readonly persona: Persona;
  readonly place: Place;
  readonly job: Job;
  /** Makes the person unique in the run. */
  readonly mark: string;
  readonly userName: string;
  readonly email: string;
  /** `first.last`, unique in the run. */
  readonly nickname: string;
  readonly identity: Identity;
  readonly random: Random;
}

type Values = Readonly<Record<string, DirectoryValue>>;

/**
 * The values that a synthetic person has for the mapped attributes. Whatever tells where somebody is belongs together:
 * address, telephone numbers, time zone, locale.
 *
 * @param identity who it is
 * @param mapped rows of the mapping
 * @returns target path → value, in the order of the mapping; references are left out, they need other objects
 * @throws Error for an unknown persona
 */
export function personValues(identity: Identity, mapped: readonly MappedAttribute[]): Map<string, DirectoryValue> {
  const figure = figureOf(identity);
  const values: Values = { ...personal(figure), ...enterprise(figure) };
  const given = (name: string): DirectoryValue | undefined => values[name] ?? elementOf(name, figure);
  return collect(mapped, figure, given, (row) => vendorValue(row, { ...figure, domain: identity.domain }));
}

/**
 * The values that a synthetic group has for the mapped attributes.
 *
 * @param identity which group
 * @param mapped rows of the mapping
 * @returns target path → value; members are left out, they need other objects
 */
export function groupValues(identity: Identity, mapped: readonly MappedAttribute[]): Map<string, DirectoryValue> {
  const random = seededRandom([identity.seed, identity.dialect, identity.scenario, identity.key].join('|'));
  const mark = ownMark(random);
  const team = pick(random, ['Engineering', 'Sales', 'Research', 'People', 'Finance']);
  const values: Values = { displayname: `${team}-${mark}`, externalid: guid(random), description: `Team ${team}` };
  const place = pick(random, PLACES);
  const email = `${mark}@${identity.domain}`;
  return collect(
    mapped,
    { mark, random },
    (name) => values[name],
    (row) => vendorValue(row, { place, mark, email, domain: identity.domain, random }),
  );
}

function collect(
  mapped: readonly MappedAttribute[],
  whose: Pick<Figure, 'mark' | 'random'>,
  given: (name: string) => DirectoryValue | undefined,
  made: (row: MappedAttribute) => DirectoryValue,
): Map<string, DirectoryValue> {
  const result = new Map<string, DirectoryValue>();
  for (const row of mapped) {
    if (row.sparse === true || namesSomebody(row)) continue;
    const value = ownOf(row, allowedOf(row, given(row.name.toLowerCase()) ?? made(row)), whose);
    result.set(row.name, row.multiValued === true && typeof value !== 'object' ? listOf(row, value) : value);
  }
  return result;
}

/** The value, or in its place the first of those that the target allows. The last one is what it may be changed to. */
function allowedOf({ allowed }: MappedAttribute, value: DirectoryValue): DirectoryValue {
  if (typeof value !== 'string' || allowed === undefined) return value;
  return allowed.slice(0, Math.max(1, allowed.length - 1)).includes(value) ? value : (allowed[0] ?? value);
}

/** A value that nobody else has, where the target says that nobody may share it. What is made up for one person is that already. */
function ownOf(
  { name, unique }: MappedAttribute,
  value: DirectoryValue,
  { mark, random }: Pick<Figure, 'mark' | 'random'>,
): DirectoryValue {
  if (unique !== true || typeof value !== 'string' || value.includes(mark) || /^[0-9a-fx-]{8,}$/i.test(value)) return value;
  // Numbers that are set aside for fiction are few: what follows them makes the difference.
  return /^phonenumbers\b|phone$/i.test(name) ? `${value} ext. ${digits(random, 5)}` : `${value} ${mark}`;
}

/** A manager is another person, whatever type a table gives the attribute: scenarios say who. */
function namesSomebody({ name, type }: MappedAttribute): boolean {
  return type === 'Reference' || /(^|[:."])manager\b/i.test(name);
}

function figureOf(identity: Identity): Figure {
  const random = seededRandom([identity.seed, identity.dialect, identity.scenario, identity.key].join('|'));
  const mark = ownMark(random);
  // Whoever is asked for by name has nothing else that is awkward: what such a person shows comes of the shape, whatever the seed.
  const isAny = identity.persona === undefined;
  const place = pick(random, isAny ? PLACES : PLAIN_PLACES);
  const persona = personaOf(identity.persona, () => plain(pick(random, place.people)));
  const fill = (text: string): string => text.replaceAll('{mark}', mark).replaceAll('{domain}', identity.domain);
  const nickname = `${ascii(persona.givenName)}.${ascii(persona.familyName)}.${mark}`.toLowerCase();
  const userName = fill(persona.userName ?? `${nickname}@{domain}`);
  const email = fill(persona.email ?? (userName.includes('@') ? userName : `{mark}@{domain}`));
  return { persona, place, job: pick(random, isAny ? JOBS : PLAIN_JOBS), mark, userName, email, nickname, identity, random };
}

function plain([givenName, familyName]: readonly [string, string]): Persona {
  return { name: 'plain', purpose: 'nothing awkward about it', givenName, familyName };
}

function personal({ persona, place, job, mark, userName, email, nickname, identity, random }: Figure): Values {
  const displayName = persona.displayName ?? `${persona.givenName} ${persona.familyName}`;
  const { domain } = identity;
  return {
    username: userName,
    externalid: externalIdOf(identity.family, nickname, random),
    active: true,
    displayname: displayName,
    nickname: persona.givenName,
    title: persona.title ?? job.title,
    usertype: 'Employee',
    preferredlanguage: place.locale,
    locale: place.locale,
    timezone: place.timezone,
    profileurl: `https://www.${domain}/people/${mark}`,
    name: displayName,
    'name.formatted': displayName,
    'name.givenname': persona.givenName,
    'name.familyname': persona.familyName,
    'name.middlename': 'Robin',
    'name.honorificprefix': 'Dr.',
    'name.honorificsuffix': 'MBA',
    email,
    primaryemail: email,
    emails: [{ primary: true, type: 'work', value: email }],
    'emails[type eq "work"]': email,
    'emails[type eq "work"].address': email,
    roles: [{ primary: true, type: 'WindowsAzureActiveDirectoryRole', display: 'Editor', value: 'Editor' }],
    'roles[primary eq "true"].value': 'Editor',
    'roles[primary eq "true"].display': 'Editor',
    'roles[primary eq "true"].type': 'WindowsAzureActiveDirectoryRole',
  };
}

/** An employee number of eight signs: awkward ones begin with zeros, and the numbers of guests with a letter (RFC 7643 §4.3). */
function numbered({ name }: Persona, number: string): string {
  if (name === 'plain') return number;
  return name === 'guest' ? `X${number.slice(1)}` : `00${number.slice(2)}`;
}

/** The enterprise extension, in SCIM 2.0 and as apps from the days of SCIM 1.1 call it. */
function enterprise({ persona, job, random }: Figure): Values {
  const values = {
    employeenumber: numbered(persona, digits(random, 8)),
    department: job.department,
    division: job.division,
    costcenter: job.costCenter,
    organization: COMPANY,
  };
  const urns = ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:user', 'urn:scim:schemas:extension:enterprise:1.0'];
  return Object.fromEntries(urns.flatMap((urn) => Object.entries(values).map(([name, value]) => [`${urn}:${name}`, value])));
}

/**
 * What an element of a list has, which a path selects by its type or as the primary one: a work address, unless it is said to be
 * another. It says itself that it is primary where the mapping has a row for that; only one may (RFC 7643 §2.4).
 */
function elementOf(name: string, figure: Figure): DirectoryValue | undefined {
  const [, list, type, primary, part = ''] = SELECTED.exec(name) ?? [];
  if (list === undefined) return undefined;
  const kind = type ?? (primary === 'true' ? 'work' : list === 'phonenumbers' ? 'mobile' : 'home');
  if (part === 'primary') return kind === 'work';
  if (part === 'type') return kind;
  if (list === 'addresses') return addressOf(part, kind, figure);
  if (part !== 'value') return undefined;
  return list === 'phonenumbers' ? phoneOf(kind, type ?? `primary ${primary}`, figure) : emailOf(kind, figure);
}

const SELECTED = /^(emails|phonenumbers|addresses)\[(?:type eq "(\w+)"|primary eq "?(true|false)"?)\]\.(\w+)$/;

/** A number of the place, with the blanks and the punctuation that people write: a target must not reformat it. */
function phoneOf(kind: string, element: string, { persona, place, random }: Figure): string {
  if (persona.onePhone === true) return place.mobile('55');
  const number = `${digitOf(element)}${digits(random, 1)}`;
  return (kind === 'mobile' || kind === 'home' ? place.mobile : place.landline)(number);
}

function emailOf(kind: string, { email, mark, identity }: Figure): string {
  return kind === 'work' ? email : `${kind}.${mark}@${identity.domain}`;
}

function addressOf(part: string, kind: string, { place, identity }: Figure): string | undefined {
  const work = kind === 'work';
  const streetAddress = work ? place.streetAddress : `Flat ${digitOf(kind)}, 21 Garden Lane`;
  const whole = `${streetAddress}, ${place.postalCode} ${place.locality}`;
  const parts: Readonly<Record<string, string>> = {
    // Entra's default mapping sends the office here, Okta's the postal address.
    formatted: identity.family === 'entra' && work ? 'Building 7, Room 12' : whole,
    streetaddress: streetAddress,
    locality: place.locality,
    region: place.region,
    postalcode: place.postalCode,
    country: place.country,
  };
  return parts[part];
}

/** The part of a name that fits into an address: no accents, no other letters. */
function ascii(name: string): string {
  return name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '') || 'person';
}
