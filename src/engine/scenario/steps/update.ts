import type { Changes, DirectoryObject, DirectoryValue, Outcome } from '../../../client/client.js';
import { nameOf } from '../../../client/conversation-helpers.js';
import type { Expectation, Intent } from '../../../scenario/scenario.js';
import type { ResourceType } from '../../../scim/message.js';
import { shownByChanges } from '../../capability/shown.js';
import { isUnsupported } from '../../compare/unsupported-attributes.js';
import { deniedFeatures } from '../../mapping/features.js';
import { mappedRows, targetPath } from '../../mapping/mapped-rows.js';
import { rowPosition } from '../../mapping/row-position.js';
import { causesFor } from '../../state/owned-resources.js';
import { changedValues, clearablePaths } from '../attribute-sweep.js';
import { changedObject, type DirectoryEntry, directoryValue, managerPathOf } from '../directory.js';
import { PASSED, type StepContext, type StepResult } from '../step-context.js';
import { judgeStoredValues } from './expectations.js';

type Update = Extract<Intent, { kind: 'update' }>;

/** Changes an object in the directory and lets the client carry the change over. */
export async function update(context: StepContext, intent: Update, expect: Expectation): Promise<StepResult> {
  const { runner } = context;
  const entry = context.linkedEntry(intent.object);
  if ('status' in entry) return entry;
  // A plain client of the standard changes by PATCH, which is optional.
  if (deniedFeatures(runner.client.family, runner.run.facts.config, ['patch']).length > 0) return skipped(context, intent, entry);
  const members = resolve(context, [
    ...intent.add,
    ...intent.remove,
    ...(intent.members ?? []),
    ...(typeof intent.manager === 'string' ? [intent.manager] : []),
  ]);
  if (!('objects' in members)) return members;
  const changes = changesOf(context, intent, entry.object, members.objects);
  const paths = [...changes.set.keys(), ...changes.clear];
  if (paths.length + changes.add.length + changes.remove.length === 0 && changes.members === undefined) {
    const reason =
      intent.every === undefined
        ? 'the mapping sends these attributes on create only or not at all, or the target does not have them'
        : `the mapping has nothing to be ${intent.every} by this client`;
    return { status: 'skipped', reason };
  }
  for (const path of Object.keys(intent.set)) runner.extraPaths.add(targetPath(path));
  const own = runner.run.resources.find(entry.object.type, entry.object.id);
  const after = afterChange(entry.object, changes);
  const outcome = await carry(context, entry.object, changes, intent.every !== undefined);
  if (outcome?.ok === true) entry.object = after;
  const concerned = [...paths, ...(changes.add.length + changes.remove.length > 0 ? ['members'] : [])];
  const tainted = causesFor(own, concerned);
  if (own !== undefined && outcome?.ok === true) judgeStoredValues(context, own, expect);
  const end = context.end(outcome);
  if (outcome?.ok !== true) {
    const candidates = runner.causes[0] ?? [];
    // The change did not arrive: what depends on it cannot be judged.
    for (const path of concerned)
      if (own?.unreliablePaths.has(path.toLowerCase()) === false) own.unreliablePaths.set(path.toLowerCase(), { candidates });
  }
  const shown = shownByChanges(changes, entry.object.type, runner.run.mapping);
  if (end.status !== 'passed' || runner.writes > 0) return { ...end, shown };
  // The client saw nothing to change: after an earlier failure that means nothing, and otherwise it shows nothing.
  return tainted.length === 0
    ? { ...PASSED, shown: [] }
    : { status: 'blocked', reason: 'an earlier change was not carried out', causes: tainted };
}

/** Refusals that may be about one attribute; others are about the request as such. */
const DIVIDED = new Set([400, 422, 500]);

function lastStatus(context: StepContext): number | undefined {
  return context.runner.answer?.status;
}

/**
 * Lets the client carry a change over. Where everything changes at once and the target refuses it, the halves are tried, and
 * their halves, until the refusal is about one attribute.
 */
async function carry(
  context: StepContext,
  object: DirectoryObject,
  changes: Changes,
  divisible: boolean,
): Promise<Outcome<void> | undefined> {
  const { runner } = context;
  const own = runner.run.resources.find(object.type, object.id);
  const unreliable = new Map(own?.unreliablePaths);
  const kept = runner.causes.length;
  const [first, second] = halvesOf(changes);
  if (divisible && second === undefined) runner.subjectRow = aboutOf(context, object.type, changes);
  const outcome = await runner.hold(runner.client.update(runner.session, afterChange(object, changes), changes));
  runner.subjectRow = undefined;
  if (!divisible || outcome === undefined || outcome.ok || !DIVIDED.has(lastStatus(context) ?? 0)) return outcome;
  if (first === undefined || second === undefined) return outcome;
  runner.withdraw(kept);
  own?.unreliablePaths.clear();
  for (const [path, taint] of unreliable) own?.unreliablePaths.set(path, taint);
  const one = await carry(context, object, first, true);
  const two = await carry(context, object, second, true);
  return one?.ok === true ? two : one;
}

/** The attribute of a change that has one only, with its row. */
function aboutOf(context: StepContext, type: ResourceType, changes: Changes): string {
  const { mapping } = context.runner.run;
  const [path = ''] = [...changes.set.keys(), ...changes.clear];
  const row = mappedRows(mapping, type).find((each) => each.name.toLowerCase().startsWith(path.toLowerCase()));
  return row === undefined ? path : `${path}, ${rowPosition(mapping, row)}`;
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
function skipped(context: StepContext, intent: Update, entry: DirectoryEntry): StepResult {
  const own = context.runner.run.resources.find(entry.object.type, entry.object.id);
  const members = intent.add.length + intent.remove.length > 0 || intent.members !== undefined ? ['members'] : [];
  for (const path of [...Object.keys(intent.set).map(targetPath), ...intent.clear.map(targetPath), ...members])
    own?.unreliablePaths.set(path.toLowerCase(), { candidates: [] });
  return { status: 'skipped', reason: 'ServiceProviderConfig does not promise patch' };
}

/** Rows that are sent when the object is created, and never again. */
function createOnly(context: StepContext): ReadonlySet<string> {
  const { mapping } = context.runner.run;
  const rows = [...mappedRows(mapping, 'User'), ...mappedRows(mapping, 'Group')].filter((row) => row.createOnly === true);
  return new Set(rows.map((row) => row.name.toLowerCase()));
}

function changesOf(context: StepContext, intent: Update, object: DirectoryObject, objects: ReadonlyMap<string, DirectoryObject>): Changes {
  const { run, client } = context.runner;
  const { mapping } = run;
  const mapped = new Set([...mappedRows(mapping, 'User'), ...mappedRows(mapping, 'Group')].map((row) => row.name.toLowerCase()));
  const isMapped = (path: string): boolean => mapped.has(path.toLowerCase());
  const set =
    intent.every === 'changed' ? changedValues(mapping, object, client.family, run.facts.schemas) : new Map<string, DirectoryValue>();
  const once = createOnly(context);
  for (const [name, value] of Object.entries(intent.set)) {
    const path = targetPath(name);
    const isLacking = isUnsupported(run, client.family, object.type, path);
    if (!once.has(path.toLowerCase()) && !isLacking) set.set(path, directoryValue(context.value(value)));
  }
  const clear = intent.clear.map(targetPath).filter(isMapped);
  if (intent.every === 'cleared') clear.push(...clearablePaths(mapping, object, client.family, run.facts.schemas));
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

function resolve(context: StepContext, keys: readonly string[]): { readonly objects: ReadonlyMap<string, DirectoryObject> } | StepResult {
  const objects = new Map<string, DirectoryObject>();
  for (const key of keys) {
    const entry: DirectoryEntry | StepResult = context.linkedEntry(key);
    if ('status' in entry) return entry;
    objects.set(key, entry.object);
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
