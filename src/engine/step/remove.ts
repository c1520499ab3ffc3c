import type { Intent } from '../../scenario/scenario.js';
import type { Scene, StepEnd } from './scene.js';

/** The client removes an object for good, if it ever does. */
export async function remove(scene: Scene, intent: Extract<Intent, { kind: 'delete' }>): Promise<StepEnd> {
  const { play } = scene;
  const actor = scene.linked(intent.object);
  if ('status' in actor) return actor;
  const outcome = await play.hold(play.client.remove(play.session, actor.object));
  if (outcome?.ok === true) {
    actor.deleted = true;
    const own = play.stage.population.find(actor.object.type, actor.object.id);
    if (own !== undefined) await play.stage.ledger?.deleted(own.entry);
  }
  return scene.end(outcome);
}
