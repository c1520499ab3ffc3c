import { succeeded } from '../../client/conversation-helpers.js';
import { sentByScimCheck } from '../../client/own.js';
import { compare } from '../compare/comparison.js';
import type { Answered, Exchange } from '../exchange/exchanger.js';
import { isServerError, type ServerErrors } from '../exchange/server-errors.js';
import { errorPassed } from '../exchange/throttle.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { createdAllTheSame } from '../refusal/created-all-the-same.js';
import { anotherOf } from '../refusal/variation/fresh-names.js';
import { noteDeleted } from './deletion-outcome.js';

/**
 * Sends a write that ended in a server error once more, unless it was done all the same. Where it is served then, the error came
 * and went: it says nothing of the write, and what the scenario would go on to is not there.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @param errors which server errors stay
 * @returns the write as it is to be judged
 */
export async function withoutPassingError(context: OutcomeContext, answered: Answered, errors: ServerErrors): Promise<Exchange> {
  const { observation, owned, exchange, bulk } = answered;
  const { request, response, wanted } = observation;
  if (request.method === 'GET' || !isServerError(response.status) || wanted?.includes(response.status) === true) return answered;
  if (bulk !== undefined) return withoutDoubtfulError(answered, errors);
  if (errors.followWrites || !errors.mayPass(request) || (await wasDone(context, answered))) return answered;
  // One that may have been done is not sent again.
  const sent = isUndecided(answered) ? anotherOf(request, context.run.trials.number()) : request;
  const again = await context.attempt(sentByScimCheck({ ...sent, purpose: 'verify' }));
  const hasPassed = again !== undefined && (succeeded(again) || wanted?.includes(again.status) === true);
  errors.note(request, hasPassed);
  if (!hasPassed) return answered;
  owned?.markUnknown();
  if (owned !== undefined && request.method === 'DELETE') noteDeleted(context.run, owned);
  return { kind: 'unserved', exchange, response, unserved: errorPassed(response.status, again.status) };
}

/**
 * Sets a server error aside where others came and went, and the request cannot just be sent again: it says nothing of what was asked.
 *
 * @param exchange what became of the request
 * @param errors which server errors stay
 */
export function withoutDoubtfulError(exchange: Exchange, errors: ServerErrors): Exchange {
  if (exchange.kind !== 'answered' || !errors.hasPassed || !isServerError(exchange.observation.response.status)) return exchange;
  const { response } = exchange.observation;
  return { kind: 'unserved', exchange: exchange.exchange, response, unserved: errorPassed(response.status) };
}

/** A gateway that gave up on a creation does not say what became of it: the resource may be made while somebody looks for it. */
function isUndecided({ creation, observation }: Answered): boolean {
  return creation !== undefined && observation.response.status !== 500;
}

/**
 * Whether something of the write was done, or nobody can say: then it is not sent again.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 */
export async function wasDone(context: OutcomeContext, answered: Answered): Promise<boolean> {
  const { owned, creation, observation } = answered;
  if (creation !== undefined) return (await createdAllTheSame(context, answered)) !== undefined;
  if (owned === undefined) return false;
  if (observation.request.method === 'DELETE') return await context.readBack.isMissing(owned);
  if (owned.contentUnknown) return false;
  const held = await context.readBack.unjudged(owned);
  return held === undefined || compare(owned.twin, held, context.rules(owned.type)).differences.length > 0;
}
