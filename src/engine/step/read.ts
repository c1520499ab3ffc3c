import type { Expectation, Intent } from '../../scenario/scenario.js';
import { getMember } from '../../scim/json.js';
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
  return scene.end(outcome, (resource) => {
    const active = getMember(resource, 'active');
    const tainted = play.stage.population.find(actor.object.type, actor.object.id)?.tainted.has('active') === true;
    if (expect.active !== undefined && active !== expect.active && !tainted) {
      play.raise(['SC2403'], {
        expected: `"active": ${expect.active}`,
        received: `"active": ${JSON.stringify(active) ?? 'no value'}`,
        subject: 'read',
      });
    }
  });
}
