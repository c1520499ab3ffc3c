import type { Changes, DirectoryObject, Outcome } from '../../../client/client.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { shownByChanges } from '../../capability/shown.js';
import { deniedFeatures } from '../../mapping/features.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import type { DirectoryEntry } from '../directory.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import { PASSED, type StepResult, unreliable } from '../step-result.js';
import { carryOver } from './carry-over.js';
import { afterChange, changesOf } from './changes.js';
import { judgeStoredValues } from './expectations.js';

/** Changes an object in the directory and lets the client carry the change over. */
export const UPDATE: StepHandler<'update'> = { writes: true, run: update };

async function update(context: StepContext, intent: IntentOf<'update'>): Promise<StepResult> {
  const { runner, run, state } = context;
  const found = context.linkedEntry(intent.object);
  if (!found.ok) return found.result;
  const { entry } = found;
  // A plain client of the standard changes by PATCH, which is optional.
  if (deniedFeatures(runner.client.family, run.facts.config, ['patch']).length > 0) return skipped(context, intent, entry);
  const others = linkedObjects(context, intent);
  if (!others.ok) return others.result;
  const changes = changesOf(context, intent, entry.object, others.objects);
  if (isEmptyChange(changes)) return { status: 'skipped', reason: whyEmpty(intent) };
  for (const path of Object.keys(intent.set)) runner.comparedPaths.add(targetPath(path));
  const outcome = await carryOver(context, entry.object, changes, intent.every !== undefined);
  if (outcome?.ok === true) state.directory.set(intent.object, { ...entry, object: afterChange(entry.object, changes) });
  return judgeUpdate(context, entry, changes, outcome);
}

function judgeUpdate(context: StepContext, entry: DirectoryEntry, changes: Changes, outcome: Outcome<void> | undefined): StepResult {
  const { log } = context;
  const owned = context.ownedBy(entry);
  const members = changes.add.length + changes.remove.length > 0 ? ['members'] : [];
  const concerned = [...changes.set.keys(), ...changes.clear, ...members];
  const reliability = owned?.reliabilityOf(concerned);
  if (owned !== undefined && outcome?.ok === true) judgeStoredValues(context, owned);
  const result = context.end(outcome);
  const shown = shownByChanges(changes, entry.object.type, context.run.mapping);
  // The change did not arrive: what depends on it cannot be judged.
  if (outcome?.ok !== true)
    for (const path of concerned) if (owned?.isUnreliable(path) === false) owned.markUnreliable(path, log.symptoms[0]);
  if (result.status !== 'passed' || log.writes > 0) return { ...result, shown };
  // The client saw nothing to change: after an earlier failure that means nothing, and otherwise it shows nothing.
  return reliability?.unreliable === true
    ? unreliable('an earlier change was not carried out', reliability.causes)
    : { ...PASSED, shown: [] };
}

function isEmptyChange({ set, clear, add, remove, members }: Changes): boolean {
  return set.size + clear.length + add.length + remove.length === 0 && members === undefined;
}

function whyEmpty({ every }: IntentOf<'update'>): string {
  return every === undefined
    ? 'the mapping sends these attributes on create only or not at all, or the target does not have them'
    : `the mapping has nothing to be ${every} by this client`;
}

/** A change that is not made leaves behind what cannot be judged. */
function skipped(context: StepContext, intent: IntentOf<'update'>, entry: DirectoryEntry): StepResult {
  const owned = context.ownedBy(entry);
  const members = intent.add.length + intent.remove.length > 0 || intent.members !== undefined ? ['members'] : [];
  for (const path of [...Object.keys(intent.set), ...intent.clear].map(targetPath)) owned?.markUnreliable(path);
  for (const path of members) owned?.markUnreliable(path);
  return { status: 'skipped', reason: 'ServiceProviderConfig does not promise patch' };
}

type LinkedObjects =
  | { readonly ok: true; readonly objects: ReadonlyMap<string, DirectoryObject> }
  | { readonly ok: false; readonly result: StepResult };

/** The other objects that a change names: members and the manager. */
function linkedObjects(context: StepContext, intent: IntentOf<'update'>): LinkedObjects {
  const manager = typeof intent.manager === 'string' ? [intent.manager] : [];
  const objects = new Map<string, DirectoryObject>();
  for (const key of [...intent.add, ...intent.remove, ...(intent.members ?? []), ...manager]) {
    const found = context.linkedEntry(key);
    if (!found.ok) return found;
    objects.set(key, found.entry.object);
  }
  return { ok: true, objects };
}
