import { showResponse } from '../../check/show.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { sentByScimCheck } from '../../client/own.js';
import { seconds } from '../compare/patience.js';
import type { Answered, Exchange } from '../exchange/exchanger.js';
import { isServerError, type ServerErrors } from '../exchange/server-errors.js';
import { errorPassed } from '../exchange/throttle.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { wasDone } from './passing-error.js';

/** A target that is still busy with the write before has this long to finish it, in milliseconds. */
const PAUSE = 500;

/** Whether a change of a known resource ended in a server error, which may come of the write before it. */
export function mayFollowWrite({ observation, owned }: Answered): boolean {
  const { request, response, wanted } = observation;
  const changes = request.method === 'PATCH' || request.method === 'PUT';
  return changes && owned?.contentUnknown === false && isServerError(response.status) && wanted?.includes(response.status) !== true;
}

/**
 * Sends a change once more after a pause that ended in a server error twice. Where it is served then, and a write right after it is not, the
 * target breaks down at changes that follow one another: that is told, and the client goes on with the answer that it meets after the pause.
 *
 * @param context what the write is judged with
 * @param first the change and its answer
 * @param errors which server errors stay
 * @param send sends it as the client does
 * @returns the change as it is to be judged
 */
export async function withoutErrorAfterWrite(
  context: OutcomeContext,
  first: Answered,
  errors: ServerErrors,
  send: () => Promise<Exchange>,
): Promise<Exchange> {
  const { observation, owned, exchange } = first;
  const { request, response } = observation;
  if (!mayFollowWrite(first) || !errors.mayPass(request) || (await wasDone(context, first))) return first;
  if (!(await context.run.clock.sleep(PAUSE))) return first;
  const later = await send();
  if (later.kind !== 'answered' || !succeeded(later.observation.response)) return first;
  // The same change at once: whoever serves it now is at times unable to serve anything.
  const atOnce = await context.attempt(sentByScimCheck({ ...request, purpose: 'verify' }));
  if (atOnce === undefined || !isServerError(atOnce.status)) {
    errors.note(request, true);
    owned?.markUnknown();
    const unserved = errorPassed(response.status, later.observation.response.status);
    return { kind: 'unserved', exchange, response, unserved };
  }
  errors.noteAfterWrites();
  const received = `${showResponse(response)}; accepted ${seconds(PAUSE)} later`;
  context.log.report(['SC2704'], { expected: 'success at once', received }, exchange);
  return later;
}
