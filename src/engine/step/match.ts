import { matchingAttribute, textOf } from '../../client/talk.js';
import type { Expectation, Intent } from '../../scenario/scenario.js';
import { getMember } from '../../scim/json.js';
import { deniedFeatures } from '../capabilities.js';
import type { Actor } from '../cast.js';
import { filterableRows } from '../every.js';
import { lacks } from '../lacking.js';
import { taintsOf } from '../population.js';
import { placeOf } from '../rows.js';
import { judgeValues } from './held.js';
import { NO_FILTER, PASSED, type Scene, type StepEnd } from './scene.js';

type Match = Extract<Intent, { kind: 'match' }>;

/** Looks an object up, and compares what the filter found with what must be there. */
export async function match(scene: Scene, intent: Match, expect: Expectation): Promise<StepEnd> {
  const { play } = scene;
  const actor = scene.actor(intent.object);
  if ('status' in actor) return actor;
  if (intent.every === undefined) return await matchOnce(scene, intent, actor, expect);
  const { mapping } = play.stage;
  let end: StepEnd = PASSED;
  for (const row of filterableRows(mapping, actor.object, play.client.family)) {
    if (textOf(actor.object, row.name) === undefined) continue;
    play.about = placeOf(mapping, row);
    const one = await matchOnce(scene, { ...intent, by: row.name }, actor, expect);
    play.about = undefined;
    if (end.status === 'passed' || (one.status === 'failed' && end.status !== 'failed')) end = one;
  }
  return end;
}

async function matchOnce(scene: Scene, intent: Match, actor: Actor, expect: Expectation): Promise<StepEnd> {
  const { play } = scene;
  const noted = play.seen.length;
  if (expect.found === true && actor.object.id === undefined)
    return { status: 'blocked', reason: `${intent.object} was not created`, by: scene.blockedBy };
  if (expect.found === false && actor.object.id !== undefined && !actor.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  if (deniedFeatures(play.client.family, play.stage.facts.config, ['filter']).length > 0) return NO_FILTER;
  const own = play.stage.population.find(actor.object.type, actor.object.id);
  const how = {
    ...(intent.by === undefined ? {} : { attribute: intent.by }),
    ...(intent.letterCase === undefined ? {} : { letterCase: intent.letterCase }),
  };
  const attribute = how.attribute ?? matchingAttribute(play.session.mapping, actor.object.type);
  if (intent.letterCase !== undefined && scene.isCaseExact(attribute, actor.object.type)) {
    return { status: 'skipped', reason: `${attribute} counts with its letter case` };
  }
  const spoiled = [attribute, ...(expect.active === undefined ? [] : ['active'])].find((path) => own?.tainted.has(path.toLowerCase()));
  if (spoiled !== undefined) return { status: 'blocked', reason: `${spoiled} is not what it should be`, by: taintsOf(own, [spoiled]) };
  const outcome = await play.hold(play.client.match(play.session, actor.object, how));
  if (outcome !== undefined && !outcome.ok && outcome.stop.kind === 'ambiguous' && !play.told(noted)) {
    play.raise(['SC1309'], { expected: 'at most one resource', received: outcome.stop.message });
  }
  return scene.end(outcome, (found) => {
    const wanted = expect.found ?? (own !== undefined && !own.deleted);
    if (found.found !== wanted && !play.told(noted)) {
      // A deleted resource that is still found has no filter check of its own.
      play.raise([wanted ? 'SC9001' : 'SC2601'], {
        expected: wanted ? 'the resource' : 'no resource',
        received: found.found ? `the resource ${found.id}` : 'no resource',
        subject: 'list',
      });
    }
    if (!found.found) return;
    judgeValues(scene, own, found.resource, expect);
    if (own !== undefined && found.id !== own.id && !play.told(noted)) {
      play.raise(['SC2402'], { expected: `"id": ${JSON.stringify(own.id)}`, received: `"id": ${JSON.stringify(found.id)}` });
    }
    if (expect.active === undefined || lacks(play.stage, play.client.family, actor.object.type, 'active')) return;
    const active = getMember(found.resource, 'active');
    if (active !== expect.active) {
      play.raise(['SC2403'], {
        expected: `"active": ${expect.active}`,
        received: `"active": ${JSON.stringify(active) ?? 'no value'}`,
        subject: 'filter',
      });
    } else play.clear('SC2403');
  });
}
