import type { Changes, DirectoryObject, DirectoryValue } from '../../client/client.js';
import { nameOf } from '../../client/talk.js';
import type { Expectation, Intent } from '../../scenario/scenario.js';
import { deniedFeatures } from '../capabilities.js';
import { type Actor, changedObject, directoryValue, managerPathOf } from '../cast.js';
import { rowsOf, targetPath } from '../paths.js';
import { taintsOf } from '../population.js';
import { judgeHeld } from './held.js';
import { PASSED, type Scene, type StepEnd } from './scene.js';

type Update = Extract<Intent, { kind: 'update' }>;

/** Changes an object in the directory and lets the client carry the change over. */
export async function update(scene: Scene, intent: Update, expect: Expectation): Promise<StepEnd> {
  const { play } = scene;
  const actor = scene.linked(intent.object);
  if ('status' in actor) return actor;
  // A plain client of the standard changes by PATCH, which is optional.
  if (deniedFeatures(play.client.family, play.stage.facts.config, ['patch']).length > 0) return skipped(scene, intent, actor);
  const members = resolve(scene, [
    ...intent.add,
    ...intent.remove,
    ...(intent.members ?? []),
    ...(typeof intent.manager === 'string' ? [intent.manager] : []),
  ]);
  if (!('objects' in members)) return members;
  const changes = changesOf(scene, intent, members.objects);
  const paths = [...changes.set.keys(), ...changes.clear];
  if (paths.length + changes.add.length + changes.remove.length === 0 && changes.members === undefined) {
    return { status: 'skipped', reason: 'the mapping sends these attributes on create only, or not at all' };
  }
  for (const path of Object.keys(intent.set)) play.extraPaths.add(targetPath(path));
  const own = play.stage.population.find(actor.object.type, actor.object.id);
  const after = afterChange(actor.object, changes);
  const outcome = await play.hold(play.client.update(play.session, after, changes));
  if (outcome?.ok === true) actor.object = after;
  const concerned = [...paths, ...(changes.add.length + changes.remove.length > 0 ? ['members'] : [])];
  const tainted = taintsOf(own, concerned);
  if (own !== undefined && outcome?.ok === true) judgeHeld(scene, own, expect);
  const end = scene.end(outcome);
  if (outcome?.ok !== true) {
    const candidates = play.seen[0] ?? [];
    // The change did not arrive: what depends on it cannot be judged.
    for (const path of concerned) if (own?.tainted.has(path.toLowerCase()) === false) own.tainted.set(path.toLowerCase(), { candidates });
  }
  if (end.status !== 'passed' || play.writes > 0) return end;
  // The client saw nothing to change: after an earlier failure that means nothing.
  return tainted.length === 0 ? PASSED : { status: 'blocked', reason: 'an earlier change was not carried out', by: tainted };
}

/** A change that is not made leaves behind what cannot be judged. */
function skipped(scene: Scene, intent: Update, actor: Actor): StepEnd {
  const own = scene.play.stage.population.find(actor.object.type, actor.object.id);
  const members = intent.add.length + intent.remove.length > 0 || intent.members !== undefined ? ['members'] : [];
  for (const path of [...Object.keys(intent.set).map(targetPath), ...intent.clear.map(targetPath), ...members])
    own?.tainted.set(path.toLowerCase(), { candidates: [] });
  return { status: 'skipped', reason: 'ServiceProviderConfig does not promise patch' };
}

/** Rows that are sent when the object is created, and never again. */
function createOnly(scene: Scene): ReadonlySet<string> {
  const { mapping } = scene.play.stage;
  const rows = [...rowsOf(mapping, 'User'), ...rowsOf(mapping, 'Group')].filter((row) => row.createOnly === true);
  return new Set(rows.map((row) => row.name.toLowerCase()));
}

function changesOf(scene: Scene, intent: Update, objects: ReadonlyMap<string, DirectoryObject>): Changes {
  const mapping = scene.play.stage.mapping;
  const mapped = new Set([...rowsOf(mapping, 'User'), ...rowsOf(mapping, 'Group')].map((row) => row.name.toLowerCase()));
  const isMapped = (path: string): boolean => mapped.has(path.toLowerCase());
  const set = new Map<string, DirectoryValue>();
  const once = createOnly(scene);
  for (const [name, value] of Object.entries(intent.set)) {
    const path = targetPath(name);
    if (!once.has(path.toLowerCase())) set.set(path, directoryValue(scene.value(value)));
  }
  const clear = intent.clear.map(targetPath).filter(isMapped);
  const managerPath = managerPathOf(mapping);
  const manager = typeof intent.manager === 'string' ? objects.get(intent.manager)?.id : undefined;
  if (managerPath !== undefined && manager !== undefined) set.set(managerPath, { reference: manager });
  if (managerPath !== undefined && intent.manager === null) clear.push(managerPath);
  const pick = (keys: readonly string[]): DirectoryObject[] => keys.flatMap((key) => objects.get(key) ?? []);
  return {
    set,
    clear,
    add: pick(intent.add),
    remove: pick(intent.remove),
    ...(intent.members === undefined ? {} : { members: pick(intent.members) }),
  };
}

function resolve(scene: Scene, keys: readonly string[]): { readonly objects: ReadonlyMap<string, DirectoryObject> } | StepEnd {
  const objects = new Map<string, DirectoryObject>();
  for (const key of keys) {
    const actor: Actor | StepEnd = scene.linked(key);
    if ('status' in actor) return actor;
    objects.set(key, actor.object);
  }
  return { objects };
}

function afterChange(object: DirectoryObject, changes: Changes): DirectoryObject {
  const changed = changedObject(object, changes.set, changes.clear);
  if (object.members === undefined) return changed;
  const removed = new Set(changes.remove.map(nameOf));
  const members = changes.members ?? [...object.members.filter((member) => !removed.has(nameOf(member))), ...changes.add];
  return { ...changed, members };
}
