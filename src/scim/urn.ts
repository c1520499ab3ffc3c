import type { ResourceType } from './message.js';

/** The core User schema (RFC 7643 §4.1). */
export const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** The core Group schema (RFC 7643 §4.2). */
export const GROUP_URN = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** The enterprise extension of User (RFC 7643 §4.3). */
export const ENTERPRISE_USER_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The schema of /ServiceProviderConfig (RFC 7643 §5). */
export const SERVICE_PROVIDER_CONFIG_URN = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

/** The schema of /ResourceTypes (RFC 7643 §6). */
export const RESOURCE_TYPE_URN = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

/** The schema of /Schemas (RFC 7643 §7). */
export const SCHEMA_URN = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

/** The answer to a query (RFC 7644 §3.4.2). */
export const LIST_RESPONSE_URN = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** The body of a query by POST (RFC 7644 §3.4.3). */
export const SEARCH_REQUEST_URN = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** The body of a failure (RFC 7644 §3.12). */
export const ERROR_URN = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The body of a PATCH (RFC 7644 §3.5.2). */
export const PATCH_OP_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The core schema of each resource type: the one whose attributes stand at the top of a resource. */
export const CORE_URNS: Readonly<Record<ResourceType, string>> = { User: USER_URN, Group: GROUP_URN };

const CORE_TYPES: ReadonlyMap<string, ResourceType> = new Map([
  [USER_URN.toLowerCase(), 'User'],
  [GROUP_URN.toLowerCase(), 'Group'],
]);

/**
 * The resource type whose core schema a URN is, without regard to case; undefined for any other schema.
 *
 * @param urn the URN
 */
export function coreType(urn: string): ResourceType | undefined {
  return CORE_TYPES.get(urn.toLowerCase());
}

/** RFC 7644 §3.7. */
export const BULK_RESPONSE_URN = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';
