import type { Json, JsonObject } from '../../scim/json.js';

/**
 * Where the values of a user in the directory come from, when only the values of a SCIM user are known: Entra's default
 * mapping, backwards.
 * @see MicrosoftDocs/entra-docs, use-scim-to-provision-users-and-groups.md
 */
const BACKWARDS: Readonly<Record<string, string>> = {
  userPrincipalName: 'userName',
  displayName: 'displayName',
  givenName: 'name.givenName',
  surname: 'name.familyName',
  mail: 'emails[type eq "work"].value',
  mailNickname: 'externalId',
  objectId: 'externalId',
  jobTitle: 'title',
  preferredLanguage: 'preferredLanguage',
  department: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  employeeId: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
  companyName: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization',
  manager: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
  physicalDeliveryOfficeName: 'addresses[type eq "work"].formatted',
  streetAddress: 'addresses[type eq "work"].streetAddress',
  city: 'addresses[type eq "work"].locality',
  state: 'addresses[type eq "work"].region',
  postalCode: 'addresses[type eq "work"].postalCode',
  country: 'addresses[type eq "work"].country',
  telephoneNumber: 'phoneNumbers[type eq "work"].value',
  mobile: 'phoneNumbers[type eq "mobile"].value',
  facsimileTelephoneNumber: 'phoneNumbers[type eq "fax"].value',
  userType: 'userType',
  usageLocation: 'locale',
};

/** What `sourceUser` gives besides. */
const BESIDES = ['IsSoftDeleted', 'accountEnabled', 'appRoleAssignments', 'objectId'];

const KNOWN = new Set([...Object.keys(BACKWARDS), ...BESIDES].map((name) => name.toLowerCase()));

/**
 * Whether what the directory holds under a name is known.
 *
 * @param name an attribute of the directory, as expressions write it
 */
export function isKnownSource(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}

/**
 * A value for an attribute of the directory that nothing is known of, such as `extensionAttribute1`: by its name, where that says
 * what it holds, else the one that the target's attribute would have.
 *
 * @param name the attribute
 * @param mail the person's address
 * @param other the value by the type of the target's attribute
 */
export function valueOfSource(name: string, mail: string, other: Json | undefined): Json {
  if (/date|datetime$/i.test(name)) return '2026-04-01T08:30:00Z';
  if (/^proxyAddresses$/i.test(name)) return [`SMTP:${mail}`, `smtp:alias.${mail}`];
  if (/(mails|addresses|phones)$/i.test(name)) return [mail];
  return other ?? `${name} 1`;
}

/**
 * The directory's attributes behind target paths.
 *
 * @param paths SCIM paths
 */
export function sourcesOf(paths: readonly string[]): Set<string> {
  const wanted = new Set(paths.map((path) => path.toLowerCase()));
  return new Set(Object.entries(BACKWARDS).flatMap(([attribute, path]) => (wanted.has(path.toLowerCase()) ? [attribute] : [])));
}

/**
 * A user of the directory, made of the values that a SCIM user would have by Entra's default mapping. An expression can
 * then be evaluated on it.
 *
 * @param valueAt the value at a SCIM path; undefined when there is none
 * @param roles the names of the app roles that the user has
 */
export function sourceUser(valueAt: (path: string) => JsonObject[string] | undefined, roles: readonly string[] = []): JsonObject {
  const user: JsonObject = {};
  for (const [attribute, path] of Object.entries(BACKWARDS)) {
    const value = valueAt(path);
    if (value !== undefined) user[attribute] = value;
  }
  const active = valueAt('active');
  user['IsSoftDeleted'] = active === false;
  user['accountEnabled'] = active !== false;
  if (roles.length > 0) user['appRoleAssignments'] = [...roles];
  return user;
}
