import { show } from '../../check/show.js';
import type { Expectation } from '../../scenario/scenario.js';
import { holdsValue } from '../../scim/compare.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import { lacks } from '../lacking.js';
import { isLegalForm } from '../legal-form.js';
import { targetPath } from '../paths.js';
import type { Own } from '../population.js';
import { isHidden, withoutHidden } from '../shown.js';
import { isEmpty } from '../twin.js';
import type { Scene, StepEnd } from './scene.js';

/**
 * What a scenario expects a resource to hold after a write. The twin was compared with the target just now, and took the
 * target's value wherever they differed; paths that are spoiled already have their own finding.
 *
 * @param scene the scenario
 * @param own the resource
 * @param expect what is expected of it
 */
export function judgeHeld(scene: Scene, own: Own, expect: Expectation): void {
  judgeValues(scene, own, own.twin.resource, {
    ...expect,
    attributes: { ...expect.attributes, ...(expect.active === undefined ? {} : { active: expect.active }) },
  });
}

/**
 * What a scenario expects a resource to show in an answer.
 *
 * @param scene the scenario
 * @param own the resource, where it is one of this run
 * @param resource as the answer shows it
 * @param expect what is expected of it
 */
export function judgeValues(scene: Scene, own: Own | undefined, resource: JsonObject, expect: Expectation): void {
  const isSpoiled = (path: string): boolean => own?.tainted.has(path.toLowerCase()) === true;
  for (const [name, template] of Object.entries(expect.attributes ?? {})) {
    const path = targetPath(name);
    const value = scene.value(template);
    const held = valueAt(resource, path);
    const type = own?.type ?? 'User';
    const { stage, client } = scene.play;
    const place = { family: client.family, schemas: stage.facts.schemas, type, path };
    if (isSpoiled(path) || holdsValue(value, held ?? null) || isLegalForm(place, value, held)) continue;
    if ((isEmpty(held) && isHidden(stage.facts.schemas, type, path)) || lacks(stage, client.family, type, path)) continue;
    scene.fault({ expected: `${path} = ${show(value)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  for (const name of expect.absent ?? []) {
    const path = targetPath(name);
    const held = valueAt(resource, path);
    if (isSpoiled(path) || isEmpty(held)) continue;
    scene.fault({ expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path, path });
  }
}

/**
 * What a scenario expects a group's members to be: each of them, once, and nobody else. A target that shows them elsewhere, or
 * says that it never shows them, is not told off.
 *
 * @param scene the scenario
 * @param own the group
 * @param keys the members' names in the scenario
 * @returns why nothing could be judged
 */
export async function judgeMembers(scene: Scene, own: Own, keys: readonly string[]): Promise<StepEnd | undefined> {
  const { play } = scene;
  const wanted: string[] = [];
  for (const key of keys) {
    const actor = scene.linked(key);
    if ('status' in actor) return actor;
    wanted.push(String(actor.object.id));
  }
  if (own.tainted.has('members'))
    return { status: 'blocked', reason: 'its members are not what they should be', by: [own.tainted.get('members')?.candidates ?? []] };
  const actual = await play.verify(own);
  if (actual === undefined) return undefined;
  const members = getMember(actual, 'members');
  const shown = Array.isArray(members) ? members.map((each) => (isObject(each) ? String(getMember(each, 'value')) : show(each))) : [];
  const expected = `members = ${show([...wanted].sort())}`;
  const lost = wanted
    .filter((id) => !shown.includes(id))
    .map((id) => ({ kind: 'missing', path: `members[${id}]`, expected, received: `members = ${show(shown)}` }) as const);
  const missing = await withoutHidden(play, own, actual, lost);
  const extra = shown.length > new Set(shown).size || shown.some((id) => !wanted.includes(id));
  if (missing.length > 0 || extra) scene.fault({ expected, received: `members = ${show(shown.sort())}`, subject: 'members' });
  else scene.held();
  return undefined;
}
