import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { DirectoryObject } from '../client.js';
import { isReference } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';
import { plainValue } from './dialect.js';
import { createdRoles } from './roles.js';

/** A second schema that the documented POST of a group names; live captures have the core schema alone (failures F66). */
const MICROSOFT_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

/** The order of the documented sample, for the members of `name`. */
const NAME_ORDER = ['formatted', 'familyName', 'givenName'];

interface CreateOptions {
  readonly variant?: Variant;
  /** The mapping has roles. */
  readonly rolesMapped?: boolean;
  /** The mapping has attributes of the enterprise extension. */
  readonly enterpriseMapped?: boolean;
}

/**
 * The body of Entra's POST: core schema, and the enterprise extension when one of its attributes is mapped, a value or not, as in
 * the documented sample (a vendor's own extension is not named: "Customizing user provisioning attribute-mappings"); no
 * references, which follow in a second pass; groups with an empty list of members; `roles: []` where roles are mapped and there are none. Member order as in the
 * samples of "Develop a SCIM endpoint". A group is created with the core schema alone, as captured in 2021 (Microsoft Q&A
 * 637791); the documented sample names Microsoft's schema besides and has no members.
 *
 * @param object the directory's object
 * @param options the variant of a create, and what the mapping has
 */
export function createBody(object: DirectoryObject, options: CreateOptions = {}): JsonObject {
  const values = [...object.attributes]
    .filter(([, value]) => !isReference(value))
    .map(([path, value]) => [path, plainValue(value)] as const);
  const built = inSampleOrder(buildResource(values), options);
  const enterprise = options.enterpriseMapped === true || values.some(([path]) => isEnterprise(path));
  const microsoft = options.variant === 'microsoft-group-schema';
  const members = object.type === 'Group' && !microsoft ? { members: [] } : {};
  const schemas = [
    CORE_URNS[object.type],
    ...(enterprise ? [ENTERPRISE_USER_URN] : []),
    ...(microsoft && object.type === 'Group' ? [MICROSOFT_GROUP] : []),
  ];
  const { externalId, userName, active, ...others } = built;
  const first = Object.entries({ externalId, userName, active }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const rest = Object.entries({ ...others, ...members, meta: { resourceType: object.type } }).sort(([a], [b]) => byName(a, b));
  return Object.fromEntries([['schemas', schemas], ...first, ...rest]);
}

/** Whether a target path lies in the enterprise extension. */
export function isEnterprise(path: string): boolean {
  return path.toLowerCase().startsWith(ENTERPRISE_USER_URN.toLowerCase());
}

/** Alphabetical as in the documented sample, extensions last. */
function byName(a: string, b: string): number {
  const extension = Number(a.startsWith('urn:')) - Number(b.startsWith('urn:'));
  return extension !== 0 ? extension : a < b ? -1 : 1;
}

function inSampleOrder(body: JsonObject, { rolesMapped, variant }: CreateOptions): JsonObject {
  const name = getMember(body, 'name');
  const roles = getMember(body, 'roles') ?? (rolesMapped === true ? [] : undefined);
  const marked = variant === 'primary-addresses' ? ['emails', 'phoneNumbers', 'addresses'] : ['emails'];
  return {
    ...body,
    ...Object.fromEntries(
      marked.flatMap((attribute) => {
        const list = getMember(body, attribute);
        return Array.isArray(list) ? [[attribute, withPrimaryWork(list)]] : [];
      }),
    ),
    ...(isObject(name) ? { name: ordered(name, NAME_ORDER) } : {}),
    ...(Array.isArray(roles) ? { roles: createdRoles(roles) } : {}),
  };
}

/**
 * The work element is sent as the primary one: always of e-mail addresses, and of postal addresses and numbers in one vendor's
 * log (SimpleIdServer#733, variant `primary-addresses`). A mapping that says itself which one is primary has the last word.
 */
function withPrimaryWork(list: readonly Json[]): Json[] {
  if (list.some((element) => isObject(element) && element['primary'] === true)) return [...list];
  return list.map((element) => (isObject(element) && element['type'] === 'work' ? { primary: true, ...element } : element));
}

function ordered(object: JsonObject, names: readonly string[]): JsonObject {
  const first = names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]] as const]));
  return { ...Object.fromEntries(first), ...object };
}
