import { succeeded } from '../../client/conversation-helpers.js';
import type { Answered } from '../exchange/exchanger.js';
import { followWrite } from '../state/twin.js';
import { judgeBulkOutcome } from './bulk-outcome.js';
import { judgeCreation } from './creation-outcome.js';
import { judgeDeletion } from './deletion-outcome.js';
import { explainIgnored } from './ignored-write.js';
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
  // The scenario is content with a success and with a refusal: what the resource holds afterwards is not known.
  // The same holds where a refusal is wanted and a success came: the expectation says that.
  if (accepted && context.expectation.statuses?.some((status) => status >= 400) === true) owned.markUnknown();
  const before = owned.twin;
  const after = accepted ? followWrite(before, request, context.rules(owned.type)) : before;
  const noted = context.log.symptoms.length;
  const differences = await judgeStoredState(context, { observation, exchange, owned, before }, owned, after);
  if (!accepted) await explainRefusal(context, answered, noted);
  else if (differences.length > 0) await explainIgnored(context, { answered, owned, before }, differences, noted);
}
