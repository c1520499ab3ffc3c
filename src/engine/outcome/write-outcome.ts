import type { Observation } from '../../check/context.js';
import { operationsOf } from '../../check/operation.js';
import { showResponse } from '../../check/show.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { isNotThere } from '../../scim/message.js';
import type { Answered } from '../exchange/exchanger.js';
import { lostBefore } from '../judge/lost-before.js';
import { isUnexpected, type OutcomeContext } from '../judge/outcome-context.js';
import { judgeStoredState } from '../judge/stored-state.js';
import { isOnlyDefault } from '../refusal/default-value.js';
import { explainIgnored } from '../refusal/ignored-write.js';
import { explainRefusal } from '../refusal/refused-write.js';
import { followWrite } from '../state/twin.js';
import { judgeBulkOutcome } from './bulk-outcome.js';
import { judgeCreation } from './creation-outcome.js';
import { judgeDeletion } from './deletion-outcome.js';

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
  if (owned.deleted && isNotThere(response.status)) return noteFoundAgain(context, answered);
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

/** That what was deleted cannot be written to is right. A client does so only where a look-up has shown it. */
function noteFoundAgain(context: OutcomeContext, { observation: { request, response }, exchange }: Answered): void {
  if (request.purpose === 'raw' || !isUnexpected(context.expectation, response)) return;
  const received = `the client found it, and its ${request.method} is answered ${showResponse(response)}`;
  context.log.report(['SC2601'], { expected: 'nothing that was deleted is found', received, subject: 'found again' }, exchange);
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
