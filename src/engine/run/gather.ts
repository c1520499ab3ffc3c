import { inParallel } from '../../base/in-parallel.js';
import { type DirectoryObject, isParallel } from '../../client/client.js';
import { asOwn } from '../../client/own.js';
import { CLIENTS } from '../../client/registry.js';
import { BUILT_IN, type Scenario } from '../../scenario/scenario.js';
import { readResource } from '../../scim/read.js';
import { Exchanger } from '../exchange/exchanger.js';
import { noteTrialCreation } from '../outcome/trial-creation.js';
import { everyoneIn } from '../scenario/everyone.js';
import type { RunIdentity } from '../scenario/run-context.js';
import type { ScenarioSession } from '../scenario/scenario-session.js';
import { ScenarioState } from '../scenario/scenario-state.js';
import { OwnedResource } from '../state/owned-resource.js';
import { twinOfCreation } from '../state/twin.js';

/** So many people are needed: apps and libraries often show or keep a hundred. */
const LEAST = 101;

/** So many are made besides those whom the scenarios have left, and no more, unless scenarios were named: a run is not to grow by half. */
const MOST_MADE = 60;

/** People who belong to no scenario. */
const GUESTS: Scenario = { id: 'everyone', title: 'People who make a hundred full', needs: [], steps: [], source: BUILT_IN };

/**
 * Sees to it that more than a hundred people of the run are there. Those whom the scenarios have left count; the few that are
 * missing are created by scim-check itself, with one request each.
 *
 * @param session the client whose scenarios need them
 * @param identity what makes the people of the run, and how many are created at a time; `selected`: scenarios were named, so that the
 *   others have left few people
 * @param stopped says that the run is to end
 * @returns why there are not enough; undefined when there are
 */
export async function gatherEveryone(
  session: ScenarioSession,
  identity: RunIdentity & { readonly jobs: number; readonly selected?: boolean },
  stopped: () => boolean,
): Promise<string | undefined> {
  const { run, client } = session;
  const there = everyoneIn(run.resources).length;
  const missing = LEAST - there;
  if (missing <= 0) return undefined;
  if (missing > MOST_MADE && identity.selected !== true)
    return `it needs ${LEAST} people whom other scenarios have created, and ${there} are there`;
  if (run.wire.throttling() !== undefined) return `it needs ${LEAST} people, ${there} are there, and the target throttles`;
  const state = new ScenarioState(GUESTS, run, client, identity);
  const exchanger = new Exchanger(run, client);
  let isRefused = false;
  const invite = async (number: number): Promise<void> => {
    const object = state.objectFor({ type: 'User', key: `guest-${number}`, with: {}, without: [], members: [] });
    isRefused = !(await isCreated(session, exchanger, object)) || isRefused;
  };
  const numbers = Array.from({ length: missing }, (_, index) => index + 1);
  await inParallel(numbers, identity.jobs, invite, () => isRefused || stopped());
  if (stopped()) return undefined;
  const gathered = everyoneIn(run.resources).length;
  return gathered >= LEAST
    ? undefined
    : `it needs ${LEAST} people: ${there} are there, and the target took no more than ${gathered - there} others`;
}

/** Creates somebody who belongs to no scenario; whether the target has taken, and shown, that person. */
async function isCreated({ run, client, data }: ScenarioSession, exchanger: Exchanger, object: DirectoryObject): Promise<boolean> {
  const { value: request } = asOwn(CLIENTS.rfc.create(data, object)).next();
  if (request === undefined || !('method' in request) || isParallel(request)) return false;
  const exchange = await exchanger.send(request, { dialect: client.dialect, scenario: GUESTS.id });
  if (exchange.kind !== 'answered') return false;
  const id = await noteTrialCreation(run, exchange);
  if (id === undefined || exchange.creation === undefined || readResource(exchange.observation.response.body) === undefined) return false;
  const { entry, type } = exchange.creation;
  // Nothing is written to it before the clean-up, which looks at it again.
  run.resources.add(new OwnedResource({ key: object.key, type, id, entry, twin: twinOfCreation(request.body, id) }));
  return true;
}
