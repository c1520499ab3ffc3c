import type { MappedAttribute } from '../../mapping/mapping.js';
import type { DirectoryValue } from '../client.js';
import { type Persona, personaOf } from './persona.js';
import { guid, pick, type Random, seededRandom, token } from './random.js';

/** What identifies a synthetic object: equal identities give equal values. */
export interface Identity {
  readonly seed: number;
  readonly dialect: string;
  readonly scenario: string;
  readonly key: string;
  readonly persona?: string;
  /** Mail domain of all addresses. */
  readonly domain: string;
}

type Values = Readonly<Record<string, DirectoryValue>>;

/**
 * The values that a synthetic person has for the mapped attributes.
 *
 * @param identity who it is
 * @param mapped rows of the mapping
 * @returns target path → value, in the order of the mapping; references are left out, they need other objects
 * @throws Error for an unknown persona
 */
export function personValues(identity: Identity, mapped: readonly MappedAttribute[]): Map<string, DirectoryValue> {
  const random = seededRandom([identity.seed, identity.dialect, identity.scenario, identity.key].join('|'));
  const mark = `sc${token(random, 7)}`;
  const persona = personaOf(identity.persona, (items) => pick(random, items));
  return collect(mapped, { ...userValues(persona, mark, identity, random) }, mark, random);
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
  const mark = `sc${token(random, 7)}`;
  const team = pick(random, ['Engineering', 'Sales', 'Research', 'People', 'Finance']);
  return collect(mapped, { displayname: `${team}-${mark}`, externalid: guid(random), description: `Team ${team}` }, mark, random);
}

function collect(mapped: readonly MappedAttribute[], values: Values, mark: string, random: Random): Map<string, DirectoryValue> {
  const result = new Map<string, DirectoryValue>();
  for (const row of mapped) {
    if (row.type === 'Reference' || row.sparse === true) continue;
    result.set(row.name, values[row.name.toLowerCase()] ?? fallback(row, mark, random));
  }
  return result;
}

/** A value for an attribute that no person has by nature: a vendor's own extension, for instance. */
function fallback(row: MappedAttribute, mark: string, random: Random): DirectoryValue {
  const last = row.name.split(/[:.]/).at(-1) ?? row.name;
  if (row.type === 'Boolean') return true;
  if (row.type === 'Integer' || row.type === 'Decimal') return 1 + Math.floor(random() * 9998);
  if (row.type === 'DateTime') return '2026-04-01T08:30:00Z';
  if (/^e?mails?[[.]/i.test(row.name)) return `${last.toLowerCase()}.${mark}@example.com`;
  if (/^phonenumbers/i.test(row.name)) return phone(random);
  if (/url$|^photos/i.test(row.name)) return `https://example.com/${mark}`;
  return `${last} ${mark}`;
}

function userValues(persona: Persona, mark: string, identity: Identity, random: Random): Values {
  const fill = (text: string): string => text.replaceAll('{mark}', mark).replaceAll('{domain}', identity.domain);
  const plainName = `${ascii(persona.givenName)}.${ascii(persona.familyName)}`.toLowerCase();
  const userName = fill(persona.userName ?? `${plainName}.{mark}@{domain}`);
  const email = fill(persona.email ?? (userName.includes('@') ? userName : `{mark}@{domain}`));
  const displayName = persona.displayName ?? `${persona.givenName} ${persona.familyName}`;
  return {
    username: userName,
    externalid: guid(random),
    active: true,
    displayname: displayName,
    nickname: persona.givenName,
    title: pick(random, ['Engineer', 'Account Manager', 'Analyst, Risk & Compliance']),
    usertype: 'Employee',
    preferredlanguage: 'en-US',
    locale: 'en-US',
    timezone: 'Europe/Berlin',
    profileurl: `https://example.com/people/${mark}`,
    'name.formatted': displayName,
    'name.givenname': persona.givenName,
    'name.familyname': persona.familyName,
    ...contact(email, mark, identity.domain, random),
    ...enterprise(mark, random),
  };
}

function contact(email: string, mark: string, domain: string, random: Random): Values {
  return {
    emails: [{ primary: true, type: 'work', value: email }],
    roles: [{ primary: true, type: 'WindowsAzureActiveDirectoryRole', display: 'Editor', value: 'Editor' }],
    'roles[primary eq "true"].value': 'Editor',
    'roles[primary eq "true"].display': 'Editor',
    'roles[primary eq "true"].type': 'WindowsAzureActiveDirectoryRole',
    'emails[type eq "work"]': email,
    'emails[type eq "work"].value': email,
    'emails[type eq "home"].value': `home.${mark}@${domain}`,
    'emails[type eq "other"].value': `other.${mark}@${domain}`,
    'phonenumbers[type eq "work"].value': phone(random),
    'phonenumbers[type eq "mobile"].value': phone(random),
    'phonenumbers[type eq "fax"].value': phone(random),
    'phonenumbers[type eq "home"].value': phone(random),
    'addresses[type eq "work"].formatted': 'Building 7, Room 12',
    'addresses[type eq "work"].streetaddress': '7 Analytical Row',
    'addresses[type eq "work"].locality': 'Dresden',
    'addresses[type eq "work"].region': 'Sachsen',
    'addresses[type eq "work"].postalcode': '01067',
    'addresses[type eq "work"].country': 'DE',
  };
}

function enterprise(mark: string, random: Random): Values {
  const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user';
  return {
    [`${urn}:employeenumber`]: String(Math.floor(random() * 99999)).padStart(6, '0'),
    [`${urn}:department`]: pick(random, ['Research & Development', 'Sales', 'People Operations']),
    [`${urn}:division`]: 'Products',
    [`${urn}:costcenter`]: `4${mark.slice(2, 6)}`,
    [`${urn}:organization`]: 'Example Works',
  };
}

/** Number with the blanks and the punctuation that people write: a target must not reformat it. */
function phone(random: Random): string {
  return `+44 20 7946 ${String(Math.floor(random() * 10000)).padStart(4, '0')}`;
}

/** The part of a name that fits into an address: no accents, no other letters. */
function ascii(name: string): string {
  return name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '') || 'person';
}
