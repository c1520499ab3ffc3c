import type { Changes, DirectoryObject, Outcome } from '../../../client/client.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { EVERYONE } from '../../../scenario/needs.js';
import { nameAttribute } from '../../../scim/message.js';
import { shownByChanges } from '../../capability/shown.js';
import { changeExpected, DECLARED_IMMUTABLE, isImmutable } from '../../compare/immutable-attributes.js';
import type { StepLog } from '../../judge/step-log.js';
import { deniedFeatures } from '../../mapping/features.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { DirectoryEntry } from '../directory.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import { PASSED, type StepResult, unreliable } from '../step-result.js';
import { carryOver } from './carry-over.js';
import { afterChange, changesOf } from './changes.js';
import { judgeStoredValues } from './expectations.js';
import { holderOfName } from './name-holder.js';

/** Changes an object in the directory and lets the client carry the change over. */
export const UPDATE: StepHandler<'update'> = { writes: true, run: update };

async function update(context: StepContext, intent: IntentOf<'update'>): Promise<StepResult> {
  const { runner, run, state, log } = context;
  const found = context.linkedEntry(intent.object);
  if (!found.ok) return found.result;
  const { entry } = found;
  // A plain client of the standard changes by PATCH, which is optional.
  if (deniedFeatures(runner.client.family, run.facts.config, ['patch']).length > 0) return skipped(context, intent, entry);
  const others = linkedObjects(context, intent);
  if (!others.ok) return others.result;
  const wanted = changesOf(context, intent, entry.object, others.objects);
  const changes = withoutImmutable(context, entry, wanted);
  if (changes === undefined) return leftOut(log);
  if (isEmptyChange(changes)) return { status: 'skipped', reason: whyEmpty(intent) };
  const holder = holderOfNewName(context, entry, changes);
  if (holder !== undefined)
    return unreliable(
      `${holder.key} still has the new name of ${intent.object}`,
      holder.reliabilityOf([nameAttribute(holder.type)]).causes,
    );
  const besides = intent.every?.startsWith('besides') === true ? [...changes.set.keys(), ...changes.clear] : [];
  for (const path of [...Object.keys(intent.set), ...besides]) runner.comparedPaths.add(entry.object.type, targetPath(path));
  const outcome = await carryOver(context, entry.object, changes, intent.every !== undefined);
  if (outcome?.ok === true)
    state.directory.set(intent.object, { ...entry, object: afterChange(entry.object, changes), former: entry.object });
  return judgeUpdate(context, entry, changes, outcome);
}

/** Whoever has the name that the object is to get, where the scenario does not ask for just that. */
function holderOfNewName(context: StepContext, { object }: DirectoryEntry, { set }: Changes): OwnedResource | undefined {
  const name = set.get(nameAttribute(object.type));
  if (typeof name !== 'string' || context.step.expect.status !== undefined) return undefined;
  const holder = holderOfName(context, object.type, name, (owned) => !owned.deleted || owned.outlivesDeletion);
  return holder?.id === object.id ? undefined : holder;
}

function judgeUpdate(context: StepContext, entry: DirectoryEntry, changes: Changes, outcome: Outcome<void> | undefined): StepResult {
  const { log } = context;
  const owned = context.ownedBy(entry);
  const members = changes.add.length + changes.remove.length > 0 || changes.members !== undefined ? ['members'] : [];
  const concerned = [...changes.set.keys(), ...changes.clear, ...members];
  const reliability = owned?.reliabilityOf(concerned);
  if (owned !== undefined && outcome?.ok === true) judgeStoredValues(context, owned);
  const name = owned?.reliabilityOf([nameAttribute(entry.object.type)]);
  if (outcome?.ok === false && outcome.failure.kind === 'missing' && !log.answerIsInvalid() && name?.unreliable === true)
    return unreliable('an earlier change of the name was not carried out', name.causes);
  const result = context.end(outcome);
  const shown = shownByChanges(changes, entry.object.type, context.run.mapping);
  // The change did not arrive: what depends on it cannot be judged.
  if (outcome?.ok !== true)
    for (const path of concerned) if (owned?.isUnreliable(path) === false) owned.markUnreliable(path, log.ofContent()[0]);
  if (result.status !== 'passed' || log.writes > 0) return { ...result, shown };
  // The client saw nothing to change: after an earlier failure that means nothing, and otherwise it shows nothing.
  return reliability?.unreliable === true
    ? unreliable('an earlier change was not carried out', reliability.causes)
    : { ...PASSED, shown: [] };
}

/**
 * The change without what the target declares immutable; undefined when that is all, or when the client's own manner of making
 * the change writes such an attribute.
 */
function withoutImmutable(context: StepContext, entry: DirectoryEntry, changes: Changes): Changes | undefined {
  const { run, log, step } = context;
  const { type } = entry.object;
  const implied = step.as === 'renamed-on-delete' ? ['userName'] : [];
  const fixed = new Set([...changes.set.keys(), ...changes.clear, ...implied].filter((path) => isImmutable(run, type, path)));
  if (fixed.size === 0) return changes;
  for (const path of fixed) {
    log.report(['SC2406'], { expected: changeExpected(path), received: DECLARED_IMMUTABLE, subject: `${type} ${path}` });
    context.ownedBy(entry)?.markUnreliable(path);
  }
  const kept = {
    ...changes,
    set: new Map([...changes.set].filter(([path]) => !fixed.has(path))),
    clear: changes.clear.filter((path) => !fixed.has(path)),
  };
  return implied.some((path) => fixed.has(path)) || isEmptyChange(kept) ? undefined : kept;
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

/** Nothing is left of the change: a client whose mapping makes it is told, others have no business with it. */
function leftOut({ symptoms, firstReason }: StepLog): StepResult {
  const reason = firstReason ?? "the target's /Schemas declares the attribute immutable";
  return symptoms.length > 0 ? { status: 'failed', reason } : { status: 'skipped', reason };
}

type LinkedObjects =
  | { readonly ok: true; readonly objects: ReadonlyMap<string, DirectoryObject> }
  | { readonly ok: false; readonly result: StepResult };

/** The other objects that a change names: members and the manager. */
function linkedObjects(context: StepContext, intent: IntentOf<'update'>): LinkedObjects {
  const manager = typeof intent.manager === 'string' ? [intent.manager] : [];
  const objects = new Map<string, DirectoryObject>();
  for (const key of [...intent.add, ...intent.remove, ...(intent.members ?? []), ...manager]) {
    if (key === EVERYONE) continue;
    const found = intent.remove.includes(key) ? context.linkedEntry(key) : context.namedEntry(key);
    if (!found.ok) return found;
    objects.set(key, found.entry.object);
  }
  return { ok: true, objects };
}
