import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { DirectoryObject } from '../client.js';
import { isReference } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';
import { plainValue } from './dialect.js';
import { createdRoles } from './roles.js';

/** A second schema that the documented POST of a group names; the compliance page calls such a URI fixed (failures F66). */
const MICROSOFT_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

/** The order of the documented sample, for the members of `name`. */
const NAME_ORDER = ['formatted', 'familyName', 'givenName'];

/**
 * The body of Entra's POST: core schema, and the enterprise extension when one of its attributes has a value (a vendor's own
 * extension is not named: "Customizing user provisioning attribute-mappings"); no references, which follow in a second
 * pass; groups without members; `roles: []` where roles are mapped and there are none. Member order as in the samples of
 * "Develop a SCIM endpoint".
 *
 * @param object the directory's object
 * @param options `core-group-schema` leaves Microsoft's own schema out; `rolesMapped`: the mapping has roles
 */
export function createBody(
  object: DirectoryObject,
  options: { readonly variant?: Variant; readonly rolesMapped?: boolean } = {},
): JsonObject {
  const values = [...object.attributes]
    .filter(([, value]) => !isReference(value))
    .map(([path, value]) => [path, plainValue(value)] as const);
  const built = inSampleOrder(buildResource(values), options.rolesMapped === true);
  const enterprise = values.some(([path]) => path.toLowerCase().startsWith(ENTERPRISE_USER_URN.toLowerCase()));
  const microsoft = object.type === 'Group' && options.variant !== 'core-group-schema';
  const schemas = [CORE_URNS[object.type], ...(enterprise ? [ENTERPRISE_USER_URN] : []), ...(microsoft ? [MICROSOFT_GROUP] : [])];
  const { externalId, userName, active, ...others } = built;
  const first = Object.entries({ externalId, userName, active }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const rest = Object.entries({ ...others, meta: { resourceType: object.type } }).sort(([a], [b]) => byName(a, b));
  return Object.fromEntries([['schemas', schemas], ...first, ...rest]);
}

/** Alphabetical as in the documented sample, extensions last. */
function byName(a: string, b: string): number {
  const extension = Number(a.startsWith('urn:')) - Number(b.startsWith('urn:'));
  return extension !== 0 ? extension : a < b ? -1 : 1;
}

function inSampleOrder(body: JsonObject, rolesMapped: boolean): JsonObject {
  const emails = getMember(body, 'emails');
  const name = getMember(body, 'name');
  const roles = getMember(body, 'roles') ?? (rolesMapped ? [] : undefined);
  return {
    ...body,
    ...(Array.isArray(emails) ? { emails: emails.map(primaryWork) } : {}),
    ...(isObject(name) ? { name: ordered(name, NAME_ORDER) } : {}),
    ...(Array.isArray(roles) ? { roles: createdRoles(roles) } : {}),
  };
}

/** The work address is sent as the primary one. */
function primaryWork(email: Json): Json {
  return isObject(email) && email['type'] === 'work' ? { primary: true, ...email } : email;
}

function ordered(object: JsonObject, names: readonly string[]): JsonObject {
  const first = names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]] as const]));
  return { ...Object.fromEntries(first), ...object };
}
