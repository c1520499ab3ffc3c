import type { DirectoryObject } from '../../../client/client.js';
import { nameOf } from '../../../client/conversation-helpers.js';
import type { ObjectSpec } from '../../../scenario/intent.js';
import { createdObjects } from '../../../scenario/steps/registry.js';
import { foldedText } from '../../../scim/folded-text.js';
import { nameAttribute } from '../../../scim/message.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import type { DirectoryEntry } from '../directory.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import { PASSED, type StepResult, unreliable } from '../step-result.js';
import { besidesValues } from './besides.js';
import { judgeStoredValues } from './expectations.js';
import { holderOfName } from './name-holder.js';
import { createWithoutRequired } from './required-sweep.js';

/** Brings an object into the directory and lets the client provision it. */
export const CREATE: StepHandler<'create'> = {
  writes: true,
  run: (context, { object, every }, { sink }) =>
    every === 'required'
      ? createWithoutRequired(context, object, sink)
      : create(context, every === undefined ? object : withBesides(context, object)),
};

/** The object with a value for what the target advertises besides. */
function withBesides(context: StepContext, spec: ObjectSpec): ObjectSpec {
  return { ...spec, with: { ...Object.fromEntries(besidesValues(context, spec.type, spec.key)), ...spec.with } };
}

async function create(context: StepContext, spec: ObjectSpec): Promise<StepResult> {
  const { state } = context;
  const result = await provision(context, spec);
  // Who was to be created and was not is nobody whom the target should lack: somebody else may have the name.
  if (result.status !== 'passed' && !state.directory.has(spec.key)) {
    const failed = 'causes' in result ? (result.causes ?? []) : state.blockedBy;
    state.directory.set(spec.key, { object: state.objectFor(spec), spec, failed, deleted: false });
  }
  return result;
}

async function provision(context: StepContext, spec: ObjectSpec): Promise<StepResult> {
  const { runner, state, run, log } = context;
  for (const key of [...spec.members, ...(spec.manager === undefined ? [] : [spec.manager])]) {
    const found = context.namedEntry(key);
    if (!found.ok) return found.result;
  }
  // Whoever takes over the values of somebody who was not created for sure may meet that person.
  const given = JSON.stringify(spec.with);
  for (const { key } of createdObjects(state.scenario)) {
    const earlier = state.directory.get(key);
    if (key === spec.key || !given.includes(`\${${key}.`) || (earlier !== undefined && earlier.failed === undefined)) continue;
    // What looks at this object later is blocked by the same.
    state.blockedBy = earlier?.failed ?? state.blockedBy;
    return { status: 'blocked', reason: `${key} was not created`, causes: state.blockedBy };
  }
  for (const path of Object.keys(spec.with)) runner.comparedPaths.add(spec.type, targetPath(path));
  const object = state.objectFor(spec);
  const holder = holderOfName(context, object.type, nameOf(object));
  if (holder !== undefined) {
    const { causes } = holder.reliabilityOf([nameAttribute(object.type)]);
    return unreliable(`${holder.key} still has the name of ${spec.key}`, causes);
  }
  const lost = lostWithName(context, object);
  if (lost !== undefined) {
    state.blockedBy = lost.failed ?? [];
    return { status: 'blocked', reason: `${lost.spec.key}, who was to have the name first, was not created`, causes: state.blockedBy };
  }
  const outcome = await runner.hold(runner.client.create(runner.session, object));
  const id = outcome?.ok === true ? outcome.value.id : undefined;
  const owned = run.resources.find(spec.type, id);
  if (id === undefined || owned === undefined) {
    const result = context.end(outcome);
    state.directory.set(spec.key, { object, spec, failed: log.ofContent(), deleted: false });
    return result.status === 'passed' ? blockedByStranger(object.key) : result;
  }
  state.directory.set(spec.key, { object: { ...object, id }, spec, deleted: false });
  judgeStoredValues(context, owned);
  const result = context.end(outcome);
  return result.status === 'passed' ? PASSED : result;
}

/** Whose creation failed and may have been done all the same: the name may be taken. */
function lostWithName(context: StepContext, object: DirectoryObject): DirectoryEntry | undefined {
  const name = foldedText(nameOf(object));
  return [...context.state.directory.values()].find(
    (entry) => entry.failed !== undefined && entry.object.type === object.type && foldedText(nameOf(entry.object)) === name,
  );
}

function blockedByStranger(key: string): StepResult {
  return {
    status: 'blocked',
    reason: `the target has a resource with the name of ${key} that this run did not create; run "scim-check clean", or choose another --seed`,
  };
}
