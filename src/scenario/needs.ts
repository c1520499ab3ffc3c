/** Capabilities of a mapping that a scenario may need. */
export const CAPABILITY_NEEDS = ['create', 'update', 'remove', 'groups'] as const;

/** Features of ServiceProviderConfig that a scenario may need (RFC 7643 §5). */
export const FEATURE_NEEDS: readonly string[] = ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'];

/** What a scenario may need of /ResourceTypes: an endpoint of Okta's own resource types, by the word for it. */
export const ENDPOINT_NEEDS: Readonly<Record<string, string>> = { entitlementsEndpoint: '/Entitlements', rolesEndpoint: '/Roles' };

/** The need of a scenario that starts from an account which the client must find by its userName. */
export const BY_USER_NAME = 'matchesByUserName';

/** Stands among the members of a group for the people whom the run has created, and among the needs for more than a hundred of them. */
export const EVERYONE = 'everyone';

/** The need of a scenario about what the target advertises and the mapping does not have. */
export const BESIDES = 'besides';

/** All needs that are no attributes. */
export const NEED_NAMES: readonly string[] = [
  ...CAPABILITY_NEEDS,
  ...FEATURE_NEEDS,
  ...Object.keys(ENDPOINT_NEEDS),
  BY_USER_NAME,
  EVERYONE,
  BESIDES,
];
