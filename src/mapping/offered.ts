import { findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import { CORE_URNS } from '../scim/urn.js';
import { findSchema } from './fit.js';
import type { MappedAttribute, Mapping } from './mapping.js';

/** What Entra's expressions for app roles write: SingleAppRoleAssignment, and the two for several roles. */
const ROLES: readonly MappedAttribute[] = ['roles[primary eq "True"].value', 'roles'].map((name) => ({
  name,
  type: 'String',
  filterable: false,
  required: false,
  sparse: true,
  offered: true,
}));

/**
 * A client's default mapping with what the target advertises besides and administrators of the client map by hand: app roles under
 * Entra. Nobody has such a value unless a scenario is about it.
 *
 * @param mapping the client's default mapping, as far as the target advertises it
 * @param schemas the target's /Schemas; undefined when it does not say what the target has
 */
export function withOffered(mapping: Mapping, schemas: readonly SchemaDefinition[] | undefined): Mapping {
  if (mapping.users.some(({ name }) => /^roles\b/i.test(name))) return mapping;
  const roles = findAttribute(findSchema(schemas ?? [], CORE_URNS.User)?.attributes, 'roles');
  const parts = ['value', 'primary'].map((part) => findAttribute(roles?.subAttributes, part));
  // Which roles there are, where the target has a list of them, is not for scim-check to make up.
  const isWritable = [roles, ...parts].every(
    (each) => each !== undefined && each.mutability !== 'readOnly' && each.canonicalValues === undefined,
  );
  return roles?.multiValued === true && isWritable ? { ...mapping, users: [...mapping.users, ...ROLES] } : mapping;
}
