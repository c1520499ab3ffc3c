import { ENTERPRISE_USER_URN } from '../scim/urn.js';
import type { MappedAttribute, MappedType, Mapping } from './mapping.js';

/** One row: filterable and required are the exceptions. */
function row(name: string, type: MappedType = 'String', rest: Partial<MappedAttribute> = {}): MappedAttribute {
  return { name, type, filterable: false, required: false, ...rest };
}

const MATCHING: Partial<MappedAttribute> = { filterable: true, required: true };

/** What administrators match on besides ("Customizing user provisioning attribute-mappings"). */
const MATCHED_TOO: Partial<MappedAttribute> = { filterable: true };

const CAPABILITIES = { create: true, update: true, remove: true, groups: true } as const;

const GROUPS: readonly MappedAttribute[] = [row('displayName', 'String', MATCHING), row('externalId'), row('members', 'Reference')];

/**
 * The mapping that is used when none is given: the attributes of Entra's default mapping for SCIM apps, and the common
 * provisioning attributes that Okta's default mapping has besides.
 * Sources: MicrosoftDocs/entra-docs, use-scim-to-provision-users-and-groups.md; Okta's catalogue template for SCIM 2.0 apps.
 */
export const DEFAULT_MAPPING: Mapping = {
  name: 'default',
  app: 'any SCIM 2.0 app',
  source: "Entra's default attribute mapping for SCIM apps, with the common provisioning attributes of Okta's",
  capabilities: CAPABILITIES,
  users: [
    row('userName', 'String', MATCHING),
    row('active', 'Boolean'),
    row('displayName'),
    row('title'),
    row('emails[type eq "work"].value', 'String', MATCHED_TOO),
    { ...row('emails[type eq "home"].value'), sparse: true },
    row('preferredLanguage'),
    row('name.givenName'),
    row('name.familyName'),
    row('name.formatted'),
    row('addresses[type eq "work"].formatted'),
    row('addresses[type eq "work"].streetAddress'),
    row('addresses[type eq "work"].locality'),
    row('addresses[type eq "work"].region'),
    row('addresses[type eq "work"].postalCode'),
    row('addresses[type eq "work"].country'),
    row('phoneNumbers[type eq "work"].value'),
    row('phoneNumbers[type eq "mobile"].value'),
    row('phoneNumbers[type eq "fax"].value'),
    row('externalId', 'String', MATCHED_TOO),
    row(`${ENTERPRISE_USER_URN}:employeeNumber`),
    row(`${ENTERPRISE_USER_URN}:department`),
    row(`${ENTERPRISE_USER_URN}:manager`, 'Reference'),
    row(`${ENTERPRISE_USER_URN}:organization`),
    row(`${ENTERPRISE_USER_URN}:costCenter`),
    row(`${ENTERPRISE_USER_URN}:division`),
    row('userType'),
    row('locale'),
    row('timezone'),
    row('nickName'),
  ],
  groups: GROUPS,
};

/** The user attributes that are left when a target does not say which it has: practically every SCIM 2.0 app has these. */
export const MINIMAL_USER_ATTRIBUTES: readonly string[] = [
  'userName',
  'active',
  'displayName',
  'name.givenName',
  'name.familyName',
  'emails[type eq "work"].value',
  'externalId',
];
