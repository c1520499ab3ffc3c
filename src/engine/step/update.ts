import type { Changes, DirectoryObject, DirectoryValue, Outcome } from '../../client/client.js';
import { nameOf } from '../../client/talk.js';
import type { Expectation, Intent } from '../../scenario/scenario.js';
import type { ResourceType } from '../../scim/message.js';
import { deniedFeatures } from '../capabilities.js';
import { type Actor, changedObject, directoryValue, managerPathOf } from '../cast.js';
import { changedValues, clearablePaths } from '../every.js';
import { lacks } from '../lacking.js';
import { rowsOf, targetPath } from '../paths.js';
import { taintsOf } from '../population.js';
import { placeOf } from '../rows.js';
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
  const changes = changesOf(scene, intent, actor.object, members.objects);
  const paths = [...changes.set.keys(), ...changes.clear];
  if (paths.length + changes.add.length + changes.remove.length === 0 && changes.members === undefined) {
    const reason =
      intent.every === undefined
        ? 'the mapping sends these attributes on create only or not at all, or the target does not have them'
        : `the mapping has nothing to be ${intent.every} by this client`;
    return { status: 'skipped', reason };
  }
  for (const path of Object.keys(intent.set)) play.extraPaths.add(targetPath(path));
  const own = play.stage.population.find(actor.object.type, actor.object.id);
  const after = afterChange(actor.object, changes);
  const outcome = await carry(scene, actor.object, changes, intent.every !== undefined);
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

/** Refusals that may be about one attribute; others are about the request as such. */
const DIVIDED = new Set([400, 422, 500]);

function lastStatus(scene: Scene): number | undefined {
  return scene.play.answer?.status;
}

/**
 * Lets the client carry a change over. Where everything changes at once and the target refuses it, the halves are tried, and
 * their halves, until the refusal is about one attribute.
 */
async function carry(scene: Scene, object: DirectoryObject, changes: Changes, divisible: boolean): Promise<Outcome<void> | undefined> {
  const { play } = scene;
  const own = play.stage.population.find(object.type, object.id);
  const spoiled = new Map(own?.tainted);
  const kept = play.seen.length;
  const [first, second] = halvesOf(changes);
  if (divisible && second === undefined) play.about = aboutOf(scene, object.type, changes);
  const outcome = await play.hold(play.client.update(play.session, afterChange(object, changes), changes));
  play.about = undefined;
  if (!divisible || outcome === undefined || outcome.ok || !DIVIDED.has(lastStatus(scene) ?? 0)) return outcome;
  if (first === undefined || second === undefined) return outcome;
  play.withdraw(kept);
  own?.tainted.clear();
  for (const [path, taint] of spoiled) own?.tainted.set(path, taint);
  const one = await carry(scene, object, first, true);
  const two = await carry(scene, object, second, true);
  return one?.ok === true ? two : one;
}

/** The attribute of a change that has one only, with its row. */
function aboutOf(scene: Scene, type: ResourceType, changes: Changes): string {
  const { mapping } = scene.play.stage;
  const [path = ''] = [...changes.set.keys(), ...changes.clear];
  const row = rowsOf(mapping, type).find((each) => each.name.toLowerCase().startsWith(path.toLowerCase()));
  return row === undefined ? path : `${path}, ${placeOf(mapping, row)}`;
}

function halvesOf(changes: Changes): readonly Changes[] {
  const set = [...changes.set];
  const count = set.length + changes.clear.length;
  if (count < 2) return [];
  const middle = Math.ceil(count / 2);
  const half = (from: number, to: number): Changes => ({
    ...changes,
    set: new Map(set.slice(from, to)),
    clear: changes.clear.slice(Math.max(0, from - set.length), Math.max(0, to - set.length)),
  });
  return [half(0, middle), half(middle, count)];
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

function changesOf(scene: Scene, intent: Update, object: DirectoryObject, objects: ReadonlyMap<string, DirectoryObject>): Changes {
  const { stage, client } = scene.play;
  const { mapping } = stage;
  const mapped = new Set([...rowsOf(mapping, 'User'), ...rowsOf(mapping, 'Group')].map((row) => row.name.toLowerCase()));
  const isMapped = (path: string): boolean => mapped.has(path.toLowerCase());
  const set =
    intent.every === 'changed' ? changedValues(mapping, object, client.family, stage.facts.schemas) : new Map<string, DirectoryValue>();
  const once = createOnly(scene);
  for (const [name, value] of Object.entries(intent.set)) {
    const path = targetPath(name);
    const isLacking = lacks(stage, client.family, object.type, path);
    if (!once.has(path.toLowerCase()) && !isLacking) set.set(path, directoryValue(scene.value(value)));
  }
  const clear = intent.clear.map(targetPath).filter(isMapped);
  if (intent.every === 'cleared') clear.push(...clearablePaths(mapping, object, client.family, stage.facts.schemas));
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
