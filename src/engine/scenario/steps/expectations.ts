import { defined } from '../../../base/defined.js';
import { plainText } from '../../../base/plain-text.js';
import type { CheckId } from '../../../check/check-id.js';
import { show } from '../../../check/show.js';
import type { Expectation } from '../../../scenario/scenario.js';
import { getMember, isObject, type JsonObject } from '../../../scim/json.js';
import { valueAt } from '../../../scim/resource.js';
import { membersIn } from '../../compare/comparison.js';
import { isAsExpected } from '../../compare/expected-value.js';
import type { StepLog } from '../../judge/step-log.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import { isEmpty } from '../../state/twin.js';
import type { StepContext } from '../step-context.js';
import { type StepResult, unreliable } from '../step-result.js';

/**
 * What a scenario expects a resource to hold after a write. The twin was compared with the target just now, and took the
 * target's value wherever they differed; paths that are unreliable already have their own finding.
 *
 * @param context the step
 * @param owned the resource
 */
export function judgeStoredValues(context: StepContext, owned: OwnedResource): void {
  const { expect } = context.step;
  const attributes = { ...expect.attributes, ...defined({ active: expect.active }) };
  judgeValues(context, owned, owned.twin.resource, { ...expect, attributes });
}

/**
 * What a scenario expects a resource to show in an answer.
 *
 * @param context the step
 * @param owned the resource, where it is one of this run
 * @param resource as the answer shows it
 * @param expect what is expected of it
 */
export function judgeValues(context: StepContext, owned: OwnedResource | undefined, resource: JsonObject, expect: Expectation): void {
  const { run, runner, state } = context;
  for (const [name, template] of Object.entries(expect.attributes ?? {})) {
    const path = targetPath(name);
    const value = state.value(template);
    const held = valueAt(resource, path);
    if (owned?.isUnreliable(path) === true) continue;
    if (isAsExpected(run, runner.client.family, owned?.type ?? 'User', path, value, held)) continue;
    context.report({ expected: `${path} = ${show(value)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  for (const name of expect.absent ?? []) {
    const path = targetPath(name);
    const held = valueAt(resource, path);
    if (owned?.isUnreliable(path) === true || isEmpty(held)) continue;
    context.report({ expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path, path });
  }
}

/** A member who is added again stands in the group once. */
const MEMBER_ONCE: CheckId = 'SC2311';

/**
 * What a scenario expects a group's members to be: each of them, once, and nobody else. A target that shows them elsewhere, or
 * says that it never shows them, has done nothing wrong.
 *
 * @param context the step
 * @param group the group
 * @param keys the members' names in the scenario
 * @returns why nothing could be judged
 */
export async function judgeMembers(context: StepContext, group: OwnedResource, keys: readonly string[]): Promise<StepResult | undefined> {
  const { readBack } = context.runner;
  const wanted: string[] = [];
  for (const key of keys) {
    const found = context.linkedEntry(key);
    if (!found.ok) return found.result;
    wanted.push(plainText(found.entry.object.id));
  }
  const reliability = group.reliabilityOf(['members']);
  if (reliability.unreliable) return unreliable('its members are not what they should be', reliability.causes);
  const actual = await readBack.resource(group);
  if (actual === undefined) return undefined;
  const shown = membersIn(actual).map((each) => (isObject(each) ? plainText(getMember(each, 'value')) : show(each)));
  const expected = `members = ${show([...wanted].sort())}`;
  const received = `members = ${show([...shown].sort())}`;
  const lost = wanted
    .filter((id) => !shown.includes(id))
    .map((id) => ({ kind: 'missing', path: `members[${id}]`, expected, received }) as const);
  const missing = await readBack.withoutHiddenMembers(group, actual, lost);
  // Somebody who stands there twice has a check of its own, and is nobody too many for the others.
  const isDoubled = shown.length > new Set(shown).size && (context.step.check ?? MEMBER_ONCE) === MEMBER_ONCE;
  const extra = shown.some((id) => !wanted.includes(id) && !isNobody(context, id));
  if (missing.length > 0 || extra) context.report({ expected, received, subject: 'members' });
  else if (isDoubled) context.log.report([MEMBER_ONCE], { expected, received, subject: 'members' });
  else context.confirm();
  return undefined;
}

/** Whether groups keep ids of people who are gone, or never were, is the server's business (RFC 7643 §2.3.7). */
function isNobody({ run }: StepContext, id: string): boolean {
  return run.resources.deletedIds.has(id) || run.madeUpIds.has(id);
}

/**
 * Whether somebody is shown as active or not, as expected. A text in place of the truth value is shown by the answer itself.
 *
 * @param log of the step
 * @param expected the truth value
 * @param resource as the answer shows it
 * @param subject where it was seen
 */
export function judgeActive(log: StepLog, expected: boolean, resource: JsonObject, subject: 'filter' | 'read'): void {
  const active = getMember(resource, 'active');
  if (plainText(active).toLowerCase() === plainText(expected)) return;
  log.report(['SC2403'], { expected: `"active": ${expected}`, received: `"active": ${JSON.stringify(active) ?? 'no value'}`, subject });
}
