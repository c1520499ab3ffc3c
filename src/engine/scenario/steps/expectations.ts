import { show } from '../../../check/show.js';
import type { Expectation } from '../../../scenario/scenario.js';
import { holdsValue } from '../../../scim/compare.js';
import { getMember, isObject, type JsonObject } from '../../../scim/json.js';
import { valueAt } from '../../../scim/resource.js';
import { isEquivalentForm } from '../../compare/equivalent-form.js';
import { isUnsupported } from '../../compare/unsupported-attributes.js';
import { dropHiddenMembers, isHidden } from '../../compare/visibility.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import type { OwnedResource } from '../../state/owned-resources.js';
import { isEmpty } from '../../state/twin.js';
import type { StepContext, StepResult } from '../step-context.js';

/**
 * What a scenario expects a resource to hold after a write. The twin was compared with the target just now, and took the
 * target's value wherever they differed; paths that are spoiled already have their own finding.
 *
 * @param context the scenario
 * @param own the resource
 * @param expect what is expected of it
 */
export function judgeStoredValues(context: StepContext, own: OwnedResource, expect: Expectation): void {
  judgeValues(context, own, own.twin.resource, {
    ...expect,
    attributes: { ...expect.attributes, ...(expect.active === undefined ? {} : { active: expect.active }) },
  });
}

/**
 * What a scenario expects a resource to show in an answer.
 *
 * @param context the scenario
 * @param own the resource, where it is one of this run
 * @param resource as the answer shows it
 * @param expect what is expected of it
 */
export function judgeValues(context: StepContext, own: OwnedResource | undefined, resource: JsonObject, expect: Expectation): void {
  const isSpoiled = (path: string): boolean => own?.unreliablePaths.has(path.toLowerCase()) === true;
  for (const [name, template] of Object.entries(expect.attributes ?? {})) {
    const path = targetPath(name);
    const value = context.value(template);
    const held = valueAt(resource, path);
    const type = own?.type ?? 'User';
    const { run, client } = context.runner;
    const place = { family: client.family, schemas: run.facts.schemas, type, path };
    if (isSpoiled(path) || holdsValue(value, held ?? null) || isEquivalentForm(place, value, held)) continue;
    if ((isEmpty(held) && isHidden(run.facts.schemas, type, path)) || isUnsupported(run, client.family, type, path)) continue;
    context.report({ expected: `${path} = ${show(value)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  for (const name of expect.absent ?? []) {
    const path = targetPath(name);
    const held = valueAt(resource, path);
    if (isSpoiled(path) || isEmpty(held)) continue;
    context.report({ expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path, path });
  }
}

/**
 * What a scenario expects a group's members to be: each of them, once, and nobody else. A target that shows them elsewhere, or
 * says that it never shows them, is not told off.
 *
 * @param context the scenario
 * @param own the group
 * @param keys the members' names in the scenario
 * @returns why nothing could be judged
 */
export async function judgeMembers(context: StepContext, own: OwnedResource, keys: readonly string[]): Promise<StepResult | undefined> {
  const { runner } = context;
  const wanted: string[] = [];
  for (const key of keys) {
    const entry = context.linkedEntry(key);
    if ('status' in entry) return entry;
    wanted.push(String(entry.object.id));
  }
  if (own.unreliablePaths.has('members'))
    return {
      status: 'blocked',
      reason: 'its members are not what they should be',
      causes: [own.unreliablePaths.get('members')?.candidates ?? []],
    };
  const actual = await runner.readBack(own);
  if (actual === undefined) return undefined;
  const members = getMember(actual, 'members');
  const shown = Array.isArray(members) ? members.map((each) => (isObject(each) ? String(getMember(each, 'value')) : show(each))) : [];
  const expected = `members = ${show([...wanted].sort())}`;
  const lost = wanted
    .filter((id) => !shown.includes(id))
    .map((id) => ({ kind: 'missing', path: `members[${id}]`, expected, received: `members = ${show(shown)}` }) as const);
  const missing = await dropHiddenMembers(runner, own, actual, lost);
  const extra = shown.length > new Set(shown).size || shown.some((id) => !wanted.includes(id));
  if (missing.length > 0 || extra) context.report({ expected, received: `members = ${show(shown.sort())}`, subject: 'members' });
  else context.confirm();
  return undefined;
}
