/** What a client must be able to do with a target, each with what it means, as it follows "can" or "cannot". */
export const CAPABILITIES = {
  connect: 'test the connection',
  match: 'find a user or group by its matching attribute',
  create: 'create users',
  'simple-attributes': 'change plain attributes',
  'boolean-attributes': 'change boolean attributes',
  'value-paths': 'change one element of a multi-valued attribute',
  'extension-attributes': 'change attributes of an extension',
  references: 'set references such as the manager',
  roles: 'change roles',
  rename: 'change user names',
  disable: 'disable users',
  restore: 'enable users again',
  groups: 'create groups',
  members: 'change the members of groups',
  'rename-group': 'rename groups',
  delete: 'delete',
  import: 'import what is there',
} as const;

/** One of the things that a client must be able to do. */
export type Capability = keyof typeof CAPABILITIES;

/** All of them, in the order in which they are told. */
export const CAPABILITY_NAMES = Object.keys(CAPABILITIES) as readonly Capability[];
