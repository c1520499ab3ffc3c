import { defined } from '../../base/defined.js';
import { findKey, getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { applyPatch } from '../../scim/patch.js';
import { parsePath } from '../../scim/path.js';
import { readOperation } from '../operation.js';
import type { PatchRules } from '../patch-rules.js';
import { badRequest } from '../refusal.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { qualify } from './qualify.js';
import { render } from './render.js';

/**
 * The operations of a PATCH body.
 *
 * @param world what the stages share
 * @param body the body
 * @param entry the resource
 */
export function operations(world: World, body: JsonObject, entry: Entry): readonly Json[] {
  const list = getMember(body, 'Operations');
  if (!Array.isArray(list)) throw badRequest('invalidSyntax', 'The body of a PATCH needs a list of Operations.');
  return list.map((operation) => withSchema(world, operation, entry));
}

/** Puts an extension's URN in front of a path that lacks it. */
function withSchema({ catalogue }: World, operation: Json, entry: Entry): Json {
  const { path } = readOperation(operation);
  const parsed = path === undefined ? undefined : parsePath(path, catalogue.urns);
  if (!isObject(operation) || path === undefined || parsed?.ok !== true || parsed.value.urn !== undefined) return operation;
  const urn = qualify(catalogue, parsed.value, [entry.type])?.urn;
  const key = findKey(operation, 'path');
  return urn === undefined || key === undefined ? operation : { ...operation, [key]: `${urn}:${path}` };
}

/** Entra adds values by a path that matches none yet, and removes members by value: both are understood. */
export function patchRules(): PatchRules {
  return { noMatch: 'create', removeValue: 'listed', readOnly: 'ignore' };
}

/**
 * The attributes after a PATCH. Either all operations are applied or none.
 *
 * @param world what the stages share
 * @param entry the resource before
 * @param changes the operations
 */
export function patch(world: World, entry: Entry, changes: readonly Json[]): JsonObject {
  const { catalogue, stages } = world;
  // The gallery validation of Entra sends an empty list when it has nothing to change.
  if (changes.length === 0) return entry.attributes;
  refuseReadOnly(world, entry, changes);
  const options = { ...stages.patchRules(entry), schemas: catalogue.set, type: entry.type };
  const outcome = applyPatch(render(world, entry), changes, options);
  if (!outcome.ok) throw badRequest(outcome.scimType, outcome.detail);
  return stages.accept(entry.type, outcome.resource);
}

/**
 * RFC 7644 §3.5.2: to change a read-only attribute is an error. A client that repeats read-only attributes among others, in
 * an operation without a path, does not mean to change them; only another id is then refused.
 */
function refuseReadOnly({ catalogue }: World, entry: Entry, changes: readonly Json[]): void {
  for (const { path, value } of changes.map(readOperation)) {
    const id = path === undefined && isObject(value) ? getMember(value, 'id') : value;
    const parsed = parsePath(path ?? 'id', catalogue.urns);
    if (!parsed.ok || parsed.value.attribute === undefined) continue;
    const { urn, attribute } = parsed.value;
    const definition = catalogue.set.find({ ...defined({ urn }), attribute }, entry.type);
    if (definition?.mutability !== 'readOnly') continue;
    if (attribute.toLowerCase() === 'id' && (id === entry.id || (path === undefined && id === undefined))) continue;
    throw badRequest('mutability', `${definition.name} is read-only.`);
  }
}
