import type { Expectation, ObjectSpec } from '../../scenario/scenario.js';
import { targetPath } from '../paths.js';
import { judgeHeld } from './held.js';
import { PASSED, type Scene, type StepEnd } from './scene.js';

/** Brings an object into the directory and lets the client provision it. */
export async function create(scene: Scene, spec: ObjectSpec, expect: Expectation): Promise<StepEnd> {
  const { play, cast } = scene;
  const others = [...spec.members, ...(spec.manager === undefined ? [] : [spec.manager])];
  for (const key of others) {
    const actor = scene.linked(key);
    if ('status' in actor) return actor;
  }
  for (const path of Object.keys(spec.with)) play.extraPaths.add(targetPath(path));
  const object = scene.objectFor(spec);
  const outcome = await play.hold(play.client.create(play.session, object));
  const id = outcome?.ok === true ? outcome.value.id : undefined;
  const own = play.stage.population.find(spec.type, id);
  if (id === undefined || own === undefined) {
    const end = scene.end(outcome);
    const failed = end.status === 'passed' ? blockedByStranger(object.key) : end;
    cast.set(spec.key, { object, spec, failed: play.seen.length > 0 ? [...play.seen] : [['SC9001']], deleted: false });
    return failed;
  }
  cast.set(spec.key, { object: { ...object, id }, spec, deleted: false });
  judgeHeld(scene, own, expect);
  const end = scene.end(outcome);
  return end.status === 'passed' ? PASSED : end;
}

function blockedByStranger(key: string): StepEnd {
  return {
    status: 'blocked',
    reason: `the target has a resource with the name of ${key} that this run did not create; run "scim-check clean", or choose another --seed`,
  };
}
