import type { Expectation, Intent } from '../../scenario/scenario.js';
import { getMember } from '../../scim/json.js';
import { judgeMembers, judgeValues } from './held.js';
import type { Scene, StepEnd } from './scene.js';

/** The client reads an object by its id. */
export async function read(scene: Scene, intent: Extract<Intent, { kind: 'read' }>, expect: Expectation): Promise<StepEnd> {
  const { play } = scene;
  const actor = scene.linked(intent.object);
  if ('status' in actor) return actor;
  if (expect.found === false && actor.object.id !== undefined && !actor.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  const outcome = await play.hold(play.client.read(play.session, actor.object));
  if (expect.found === false && outcome !== undefined && !outcome.ok && outcome.stop.kind === 'missing')
    return scene.end({ ok: true, value: undefined });
  const own = play.stage.population.find(actor.object.type, actor.object.id);
  const unjudged = expect.members === undefined || own === undefined ? undefined : await judgeMembers(scene, own, expect.members);
  if (unjudged !== undefined) return unjudged;
  return scene.end(outcome, (resource) => {
    judgeValues(scene, own, resource, expect);
    const active = getMember(resource, 'active');
    const tainted = own?.tainted.has('active') === true;
    if (expect.active !== undefined && active !== expect.active && !tainted) {
      play.raise(['SC2403'], {
        expected: `"active": ${expect.active}`,
        received: `"active": ${JSON.stringify(active) ?? 'no value'}`,
        subject: 'read',
      });
    }
  });
}
