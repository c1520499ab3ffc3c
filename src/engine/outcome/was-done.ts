import { compare } from '../compare/comparison.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { createdAllTheSame } from '../refusal/created-all-the-same.js';

/**
 * Whether something of a write was done although its answer says that nothing was, or nobody can say: then it is not sent again.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer, which is no success
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
