import { ENTERPRISE_USER_URN } from '../scim/urn.js';
import type { MappedAttribute, MappedType, Mapping } from './mapping.js';

/** One row: filterable and required are the exceptions. */
function row(name: string, type: MappedType = 'String', rest: Partial<MappedAttribute> = {}): MappedAttribute {
  return { name, type, filterable: false, required: false, ...rest };
}

const MATCHING: Partial<MappedAttribute> = { filterable: true, required: true };

/** What administrators match on besides ("Customizing user provisioning attribute-mappings"). */
const MATCHED_TOO: Partial<MappedAttribute> = { filterable: true, matchedByChoice: true };

const CAPABILITIES = { create: true, update: true, remove: true, groups: true } as const;

const NAMED: MappedAttribute = row('displayName', 'String', MATCHING);
const MEMBERS: MappedAttribute = row('members', 'Reference');

/** What both clients map. */
const COMMON: readonly MappedAttribute[] = [
  row('userName', 'String', MATCHING),
  row('active', 'Boolean'),
  row('displayName'),
  row('title'),
  row('emails[type eq "work"].value', 'String', MATCHED_TOO),
  { ...row('emails[type eq "home"].value'), sparse: true },
  row('preferredLanguage'),
  row('name.givenName'),
  row('name.familyName'),
];

const WORK_ADDRESS: readonly MappedAttribute[] = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'].map((part) =>
  row(`addresses[type eq "work"].${part}`),
);

const WORK_PHONES: readonly MappedAttribute[] = [row('phoneNumbers[type eq "work"].value'), row('phoneNumbers[type eq "mobile"].value')];

const ENTERPRISE: readonly MappedAttribute[] = [
  row(`${ENTERPRISE_USER_URN}:employeeNumber`),
  row(`${ENTERPRISE_USER_URN}:department`),
  row(`${ENTERPRISE_USER_URN}:manager`, 'Reference'),
];

const OKTAS_ENTERPRISE: readonly MappedAttribute[] = ['organization', 'costCenter', 'division'].map((part) =>
  row(`${ENTERPRISE_USER_URN}:${part}`),
);

/** What only Okta maps. */
const OKTAS_OWN: readonly MappedAttribute[] = [row('userType'), row('locale'), row('timezone'), row('nickName')];

/**
 * The mapping of a client of the standard when none is given: the attributes of Entra's default mapping for SCIM apps, and
 * the common provisioning attributes that Okta's default mapping has besides.
 */
export const DEFAULT_MAPPING: Mapping = {
  name: 'default',
  app: 'any SCIM 2.0 app',
  source: "each client's own default attributes; a client of the standard exchanges those of Entra and Okta",
  capabilities: CAPABILITIES,
  users: [
    ...COMMON,
    row('name.formatted'),
    ...WORK_ADDRESS,
    ...WORK_PHONES,
    row('phoneNumbers[type eq "fax"].value'),
    row('externalId', 'String', MATCHED_TOO),
    ...ENTERPRISE,
    ...OKTAS_ENTERPRISE,
    ...OKTAS_OWN,
  ],
  groups: [NAMED, row('externalId'), MEMBERS],
};

/**
 * Entra's default mapping for SCIM apps: 22 rows. The formatted name is joined from the other two, and the `externalId` is
 * the mail nickname, on which administrators match as well.
 * Sources: MicrosoftDocs/entra-docs, use-scim-to-provision-users-and-groups.md; an integration manual of January 2026 that
 * prints all rows; azure-docs#11784 for the match.
 */
export const ENTRA_DEFAULT_MAPPING: Mapping = {
  ...DEFAULT_MAPPING,
  users: [
    ...COMMON,
    row('name.formatted', 'String', { expression: 'Join(" ", [givenName], [surname])' }),
    ...WORK_ADDRESS,
    ...WORK_PHONES,
    row('phoneNumbers[type eq "fax"].value'),
    row('externalId', 'String', MATCHED_TOO),
    ...ENTERPRISE,
  ],
};

/**
 * Okta's default mapping for SCIM 2.0 apps, without what no source confirms for an app of today: `profileUrl` and the parts of
 * a name that few people have. Groups have a name and members, and never an `externalId`.
 * Source: Okta's catalogue template for SCIM 2.0 apps.
 */
export const OKTA_DEFAULT_MAPPING: Mapping = {
  ...DEFAULT_MAPPING,
  users: [
    ...COMMON,
    ...WORK_ADDRESS.filter(({ name }) => !name.endsWith('.formatted')),
    ...WORK_PHONES,
    row('externalId'),
    ...ENTERPRISE,
    ...OKTAS_ENTERPRISE,
    ...OKTAS_OWN,
  ],
  groups: [NAMED, MEMBERS],
};

/**
 * The mapping of a client when none is given.
 *
 * @param family the client's family
 */
export function defaultMappingOf(family: 'entra' | 'okta' | 'rfc'): Mapping {
  return { entra: ENTRA_DEFAULT_MAPPING, okta: OKTA_DEFAULT_MAPPING, rfc: DEFAULT_MAPPING }[family];
}
