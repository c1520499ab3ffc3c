import { ENTERPRISE_USER_URN } from '../scim/urn.js';

/** What the template's parameters hold for the two states of a user: as created, and as changed. By target path. */
export const TARGET_VALUES: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>] = [
  {
    title: 'Test Engineer',
    nickName: 'testuser',
    'name.givenName': 'TestFirst',
    'name.familyName': 'TestLast',
    'name.formatted': 'TestFirst TestLast',
    displayName: 'SCIM Test User',
    locale: 'en-US',
    preferredLanguage: 'en-US',
    timezone: 'America/Los_Angeles',
    userType: 'Employee',
    'addresses[type eq "work"].streetAddress': '1 Microsoft Way',
    'addresses[type eq "work"].locality': 'Redmond',
    'addresses[type eq "work"].region': 'WA',
    'addresses[type eq "work"].postalCode': '98052',
    'addresses[type eq "work"].country': 'US',
  },
  {
    title: 'Senior Engineer',
    nickName: 'updateduser',
    'name.givenName': 'UpdatedFirst',
    'name.familyName': 'UpdatedLast',
    'name.formatted': 'UpdatedFirst UpdatedLast',
    displayName: 'Updated SCIM User',
    locale: 'en-GB',
    preferredLanguage: 'en-GB',
    timezone: 'Europe/London',
    userType: 'Contractor',
    'addresses[type eq "work"].streetAddress': '456 Update Ave',
    'addresses[type eq "work"].locality': 'London',
    'addresses[type eq "work"].region': 'England',
    'addresses[type eq "work"].postalCode': 'EC1A 1BB',
    'addresses[type eq "work"].country': 'GB',
  },
];

/** What the value of a target attribute is made of, where the parameters have none. */
export interface ValueSource {
  readonly domain: string;
  /** Fresh letters and digits that no other run has. */
  readonly mark: () => string;
  /** Hexadecimal digits. */
  readonly hex: (length: number) => string;
}

/**
 * The value that the template makes up by the name of an attribute.
 *
 * @param name target path
 * @param source what it is made of
 */
export function valueByName(name: string, { domain, mark, hex }: ValueSource): string {
  const lower = name.toLowerCase();
  const ends = (end: string): boolean => lower.endsWith(end);
  if (lower === 'displayname') return 'SCIM Test User';
  if (lower.includes('emails[')) return `lasctest-${mark()}@${domain}`;
  if (lower.includes('phonenumbers[')) return `+1-555-${hex(4)}`;
  if (ends('.country')) return 'US';
  if (ends('.postalcode')) return hex(5);
  if (ends('.region')) return 'WA';
  if (ends('.locality')) return 'Redmond';
  if (ends('.streetaddress')) return '1 Microsoft Way';
  if (ends('.formatted')) return 'Test Test';
  if (ends('.givenname')) return 'Test';
  if (ends('.familyname')) return 'User';
  const known = BY_NAME[lower];
  if (known !== undefined) return known;
  if (lower.startsWith(ENTERPRISE_USER_URN.toLowerCase()) && ends(':employeenumber')) return hex(6);
  if (lower.includes('ims[')) return `imuser-${hex(6)}`;
  if (lower.includes('roles[')) return ends('.value') ? 'TestRole' : ends('.type') ? 'primary' : 'Test Role';
  return `Test-${name.split(/[.:]/).at(-1) ?? name}-${hex(6)}`;
}

const BY_NAME: Readonly<Record<string, string>> = {
  locale: 'en-US',
  preferredlanguage: 'en-US',
  timezone: 'America/Los_Angeles',
  usertype: 'Employee',
  title: 'Test Engineer',
  nickname: 'testuser',
};
