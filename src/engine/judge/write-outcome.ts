import type { Observation } from '../../check/context.js';
import { operationsOf } from '../../check/operation.js';
import { succeeded } from '../../client/conversation-helpers.js';
import type { Answered } from '../exchange/exchanger.js';
import { followWrite } from '../state/twin.js';
import { judgeBulkOutcome } from './bulk-outcome.js';
import { judgeCreation } from './creation-outcome.js';
import { isOnlyDefault } from './default-value.js';
import { judgeDeletion } from './deletion-outcome.js';
import { explainIgnored } from './ignored-write.js';
import { lostBefore } from './lost-before.js';
import type { OutcomeContext } from './outcome-context.js';
import { explainRefusal } from './refused-write.js';
import { judgeStoredState } from './stored-state.js';

/**
 * Keeps twin and ledger in step with a write that was answered, reads back, and judges what is there.
 *
 * @param context what it is judged with
 * @param answered the write and its answer
 */
export async function judgeWriteOutcome(context: OutcomeContext, answered: Answered): Promise<void> {
  const { observation, exchange, owned, creation, bulk } = answered;
  context.log.wrote();
  if (bulk !== undefined) return await judgeBulkOutcome(context, observation, bulk, exchange);
  if (creation !== undefined) {
    const before = context.log.symptoms.length;
    await judgeCreation(context, observation, creation, exchange);
    if (!succeeded(observation.response)) await explainRefusal(context, answered, before);
    return;
  }
  if (owned === undefined) return;
  const { request, response } = observation;
  if (request.method === 'DELETE') return await judgeDeletion(context, owned, observation, exchange);
  const accepted = succeeded(response);
  if (accepted && isDoubtful(context, observation)) owned.markUnknown();
  const before = owned.twin;
  const after = accepted ? followWrite(before, request, context.rules(owned.type)) : before;
  const noted = context.log.symptoms.length;
  const unreliable = owned.unreliable();
  const differences = await judgeStoredState(context, { observation, exchange, owned, before }, owned, after);
  if (accepted) {
    if (differences.length === 0 || (await isOnlyDefault(context, { answered, owned, unreliable }, differences, noted))) return;
    return await explainIgnored(context, { answered, owned, before }, differences, noted);
  }
  const operations = operationsOf(request.method, request.body, before.resource, owned.type, observation.facts.schemas);
  if (lostBefore(unreliable, operations) === undefined) await explainRefusal(context, answered, noted, { twin: before, unreliable });
}

/**
 * Whether nobody can say what a resource holds after a success. A scenario's own request that may succeed or be refused is one that
 * leaves the outcome open, and so does a form that a step tries without naming a check; a success where only a refusal is right is told
 * by the expectation. Any other request of a client that may be refused means what it says where it is not.
 */
function isDoubtful({ expectation }: OutcomeContext, { request, response }: Observation): boolean {
  if (expectation.statuses?.some((status) => status >= 400) !== true) return false;
  return request.purpose === 'raw' || expectation.check === undefined || !expectation.statuses.includes(response.status);
}
