import type { Json } from '../../scim/json.js';
import type { Variant } from '../variant.js';
import { type EntraShape, type Operation, type PathChange, plainValue } from './dialect.js';
import { assertedRoles, roleTexts } from './roles.js';

const NAMES = { add: 'Add', replace: 'Replace', remove: 'Remove' } as const;

/**
 * The shape that Entra sends unless the tenant URL says otherwise, and always on demand: capitalised operations, one per
 * attribute, booleans as the strings "True" and "False", members removed by a value list.
 * Source: Microsoft, "Known issues and resolutions with SCIM 2.0 protocol compliance"; failures F01, F02, F04.
 */
export const DEFAULT_SHAPE: EntraShape = {
  dialect: 'entra-default',
  title: 'Entra ID, default PATCH shape',
  attributes: (changes, variant) => changes.map((change) => operation(change, variant)),
  roles: (roles, variant) =>
    variant === 'roles-complex' ? [{ op: NAMES.add, path: 'roles', value: roleTexts(roles) }] : assertedRoles(roles),
  addMembers: (ids, variant) => [{ op: NAMES.add, path: 'members', value: memberList(ids, variant) }],
  removeMembers: (ids, variant) => [{ op: NAMES.remove, path: 'members', value: memberList(ids, variant) }],
};

/**
 * "Provision on demand": the default shape even where the tenant URL asks for the other, and no more than five members of a
 * group. Sources: Microsoft, "SCIM 2.0 protocol compliance" and "Provision on demand".
 */
export const ON_DEMAND_SHAPE: EntraShape = {
  ...DEFAULT_SHAPE,
  dialect: 'entra-on-demand',
  title: 'Entra ID, provisioning on demand',
  onRequest: true,
  mostMembers: 5,
};

function operation(change: PathChange, variant: Variant | undefined): Operation {
  if (change.kind === 'remove' && variant === 'empty-value') return { op: NAMES.replace, path: change.path, value: '' };
  const base = { op: NAMES[change.kind], path: change.path };
  if (change.value === undefined) return base;
  const value = plainValue(change.value);
  return { ...base, value: variant === 'json-boolean' ? value : stringBoolean(value) };
}

function stringBoolean(value: Json): Json {
  if (typeof value !== 'boolean') return value;
  return value ? 'True' : 'False';
}

/**
 * Members are sent as the bare id (Microsoft Q&A 1345734, live 2023); the samples of "Develop a SCIM endpoint" have
 * `"$ref": null` beside it (failures F02).
 */
function memberList(ids: readonly string[], variant: Variant | undefined): Json {
  return ids.map((id) => (variant === 'ref-members' ? { $ref: null, value: id } : { value: id }));
}
