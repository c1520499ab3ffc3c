import { showResponse } from '../../check/show.js';
import { succeeded } from '../../client/conversation-helpers.js';
import type { ScimRequest } from '../../scim/message.js';
import { concernsEarlier, isLateWrite, maybeUnknown } from '../compare/late-write.js';
import { seconds, type View } from '../compare/patience.js';
import type { Exchange } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { mayFollowWrite, withoutErrorAfterWrite } from '../outcome/error-after-write.js';
import { wasDone } from '../outcome/passing-error.js';
import { noteRefusedCreation } from '../outcome/refused-creation.js';
import { createdAllTheSame } from '../refusal/created-all-the-same.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { RunContext } from './run-context.js';

/** So many of those whom a write names are looked for. */
const MOST_LOOKS = 5;

/**
 * Sends a write again that is refused as if what came before it had not been, as long as there is patience: what the client goes on with is
 * the answer that it meets then. A creation that was made all the same is not sent again, nor is a bulk request, of which parts may have
 * been done; a change that is asked for twice is the same change.
 *
 * @param run the run
 * @param context what the write is judged with; its log is told that the write was accepted later
 * @param write the write, what became of it, and how it is sent once more
 * @returns what became of it in the end
 */
export async function acceptedInTime(
  run: RunContext,
  context: OutcomeContext,
  { request, first, send }: { readonly request: ScimRequest; readonly first: Exchange; readonly send: () => Promise<Exchange> },
): Promise<Exchange> {
  if (first.kind !== 'answered' || first.bulk !== undefined) return first;
  const { patience, resources } = run;
  const { serverErrors } = run.wire;
  if (mayFollowWrite(first) && !serverErrors.followWrites) return await withoutErrorAfterWrite(context, first, serverErrors, send);
  const view = writesOf(request);
  const narrow: View = `${request.method} of ${request.resourceType ?? 'User'}`;
  const isInTime = (exchange: Exchange) =>
    exchange.kind !== 'answered' || !(isLateWrite(exchange.observation, resources) || mayFollowWrite(exchange));
  const { response } = first.observation;
  if (succeeded(response) && concernsEarlier(first.observation, resources))
    for (const each of [view, narrow]) patience.shownAtOnce(each, first);
  let refused = first;
  const again = async (): Promise<Exchange> => {
    if (mayFollowWrite(refused) ? await wasDone(context, refused) : (await createdAllTheSame(context, refused)) !== undefined)
      return refused;
    const { creation, observation } = refused;
    if (creation !== undefined) await noteRefusedCreation(run.ledger, creation.entry, observation.response.status);
    const next = await send();
    if (next.kind === 'answered') refused = next;
    return next;
  };
  const isDoubtful = async () => await areShown(context, maybeUnknown(first.observation, resources));
  const { value, after } = await patience.until<Exchange>(view, first, isInTime, again, { narrow, isDoubtful });
  if (after === undefined || value.kind !== 'answered' || !succeeded(value.observation.response)) return value;
  const received = `${showResponse(response)}; accepted ${seconds(after)} later`;
  context.log.report(['SC2704'], { expected: 'success at once', received }, first.exchange);
  return value;
}

/** Whether reads find all of these: a target that knows them does not refuse them for being late, unless it keeps them twice. */
async function areShown({ readBack }: OutcomeContext, those: readonly OwnedResource[]): Promise<boolean> {
  for (const each of those.slice(0, MOST_LOOKS)) if ((await readBack.unjudged(each)) === undefined) return false;
  return those.length > 0;
}

/** Whether writes like this one were refused before as if earlier ones had not been. */
export function wasAcceptedLate({ patience, wire }: RunContext, request: ScimRequest): boolean {
  return wire.serverErrors.followWrites || patience.wasLate(writesOf(request));
}

function writesOf({ resourceType = 'User' }: ScimRequest): View {
  return `writes of ${resourceType}`;
}
