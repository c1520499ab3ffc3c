import { show } from '../../check/show.js';
import type { Expectation } from '../../scenario/scenario.js';
import { sameValue } from '../../scim/compare.js';
import { valueAt } from '../../scim/resource.js';
import { targetPath } from '../paths.js';
import type { Own } from '../population.js';
import { isEmpty } from '../twin.js';
import type { Scene } from './scene.js';

/**
 * What a scenario expects a resource to hold after a write. The twin was compared with the target just now, and took the
 * target's value wherever they differed; paths that are spoiled already have their own finding.
 */
export function judgeHeld(scene: Scene, own: Own, expect: Expectation): void {
  const wanted = { ...expect.attributes, ...(expect.active === undefined ? {} : { active: expect.active }) };
  for (const [name, template] of Object.entries(wanted)) {
    const path = targetPath(name);
    const value = scene.value(template);
    const held = valueAt(own.twin.resource, path);
    if (own.tainted.has(path.toLowerCase()) || sameValue(value, held ?? null)) continue;
    scene.play.raise(['SC9002'], { expected: `${path} = ${show(value)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  for (const name of expect.absent ?? []) {
    const path = targetPath(name);
    const held = valueAt(own.twin.resource, path);
    if (own.tainted.has(path.toLowerCase()) || isEmpty(held)) continue;
    scene.play.raise(['SC9002'], { expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path });
  }
}
