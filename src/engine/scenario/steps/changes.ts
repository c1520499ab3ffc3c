import type { Changes, DirectoryObject, DirectoryValue } from '../../../client/client.js';
import type { Mapping } from '../../../mapping/mapping.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { EVERYONE } from '../../../scenario/needs.js';
import { getMember } from '../../../scim/json.js';
import { isUnsupported } from '../../compare/unsupported-attributes.js';
import { remadeValues } from '../../mapping/expressions.js';
import { isMapped, mappedRows, rowOf, targetPath } from '../../mapping/mapped-rows.js';
import { compilePath } from '../../state/compiled-path.js';
import { changedValues, clearablePaths } from '../attribute-sweep.js';
import { changedObject, directoryValue, managerPathOf } from '../directory.js';
import { everyoneIn } from '../everyone.js';
import type { StepContext } from '../step-context.js';
import { besidesValues } from './besides.js';

/**
 * The change of a step as the client is told it: paths of the mapping, and other objects with their ids.
 *
 * @param context the step
 * @param intent what the scenario says
 * @param object the directory's object before the change
 * @param objects the other objects that the step names, by key
 */
export function changesOf(
  context: StepContext,
  intent: IntentOf<'update'>,
  object: DirectoryObject,
  objects: ReadonlyMap<string, DirectoryObject>,
): Changes {
  const { run, runner, state } = context;
  const { mapping, facts } = run;
  const { family } = runner.client;
  const set = intent.every === 'changed' ? changedValues(mapping, object, family, facts.schemas) : new Map<string, DirectoryValue>();
  const held = run.resources.find(object.type, object.id)?.twin.resource;
  // A target may do without externalId (RFC 7643 §3.1); Entra changes it all the same.
  if (family !== 'entra' && held !== undefined && getMember(held, 'externalId') === undefined) set.delete('externalId');
  for (const [name, value] of Object.entries(intent.set)) {
    const path = targetPath(name);
    if (!isCreateOnly(mapping, path) && !isUnsupported(run, family, object.type, path)) set.set(path, directoryValue(state.value(value)));
  }
  if (object.type === 'User')
    for (const [path, value] of remadeValues(mappedRows(mapping, 'User'), new Map([...object.attributes, ...set]), [...set.keys()]))
      set.set(path, value);
  const isFree = (path: string): boolean => compilePath(facts.schemas, object.type, path).definition?.required !== true;
  const besides = (run.mapping.besides?.[object.type] ?? []).map(({ name }) => name);
  const isKnown = (path: string): boolean => isMapped(mapping, 'User', path) || isMapped(mapping, 'Group', path) || besides.includes(path);
  const clear = intent.clear.map(targetPath).filter((path) => isKnown(path) && isFree(path));
  if (intent.every === 'besides')
    for (const [path, value] of besidesValues(context, object.type, object.key, object.attributes)) set.set(path, value);
  if (intent.every === 'besides-cleared') clear.push(...besides.filter((path) => object.attributes.has(path)));
  if (intent.every === 'cleared') clear.push(...clearablePaths(mapping, object, family, facts.schemas));
  const managerPath = managerPathOf(mapping);
  const manager = typeof intent.manager === 'string' ? objects.get(intent.manager)?.id : undefined;
  if (managerPath !== undefined && manager !== undefined) set.set(managerPath, { reference: manager });
  // Who did not get a manager has none to lose.
  if (managerPath !== undefined && intent.manager === null && object.attributes.has(managerPath)) clear.push(managerPath);
  const pick = (keys: readonly string[]): DirectoryObject[] =>
    keys.flatMap((key) => (key === EVERYONE ? everyoneIn(run.resources) : (objects.get(key) ?? [])));
  return {
    set,
    clear,
    add: pick(intent.add),
    remove: pick(intent.remove),
    ...(intent.members === undefined ? {} : { members: pick(intent.members) }),
  };
}

/** The object after a change. */
export function afterChange(object: DirectoryObject, changes: Changes): DirectoryObject {
  const changed = changedObject(object, changes.set, changes.clear);
  if (object.members === undefined) return changed;
  // Whoever was renamed since is the same member.
  const removed = new Set(changes.remove.map(({ key }) => key));
  const stayed = object.members.filter(({ key }) => !removed.has(key));
  // Nobody is twice in a group of the directory, however often they are added.
  const members = new Map([...stayed, ...changes.add].map((member) => [member.key, member]));
  return { ...changed, members: changes.members ?? [...members.values()] };
}

/** A row that is sent when the object is created, and never again. */
function isCreateOnly(mapping: Mapping, path: string): boolean {
  return rowOf(mapping, 'User', path)?.createOnly === true || rowOf(mapping, 'Group', path)?.createOnly === true;
}
