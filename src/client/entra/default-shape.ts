import type { Json } from '../../scim/json.js';
import { type EntraShape, type Operation, type PathChange, plainValue } from './dialect.js';

const NAMES = { add: 'Add', replace: 'Replace', remove: 'Remove' } as const;

/**
 * The shape that Entra sends unless the tenant URL says otherwise, and always on demand: capitalised operations, one per
 * attribute, booleans as the strings "True" and "False", members removed by a value list.
 * Source: Microsoft, "Known issues and resolutions with SCIM 2.0 protocol compliance"; failures F01, F02, F04.
 */
export const DEFAULT_SHAPE: EntraShape = {
  dialect: 'entra-default',
  title: 'Entra ID, default PATCH shape',
  attributes: (changes) => changes.map(operation),
  addMembers: (ids) => [{ op: NAMES.add, path: 'members', value: memberList(ids) }],
  removeMembers: (ids) => [{ op: NAMES.remove, path: 'members', value: memberList(ids) }],
};

function operation(change: PathChange): Operation {
  const base = { op: NAMES[change.kind], path: change.path };
  return change.value === undefined ? base : { ...base, value: stringBoolean(plainValue(change.value)) };
}

function stringBoolean(value: Json): Json {
  if (typeof value !== 'boolean') return value;
  return value ? 'True' : 'False';
}

/** Members carry `$ref: null` beside the id, as in the documented samples (failures F02). */
function memberList(ids: readonly string[]): Json {
  return ids.map((id) => ({ $ref: null, value: id }));
}
