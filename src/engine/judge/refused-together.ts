import { defined } from '../../base/defined.js';
import { showResponse } from '../../check/show.js';
import type { Symptom } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { ownRequest } from '../../client/own.js';
import { isObject, type Json } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { isUnwanted, type OutcomeContext } from './outcome-context.js';

/** Refusals that are about what was asked for. After a server error a second try may succeed for any reason. */
const OF_CONTENT: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * Asks why a PATCH of several operations was refused: scim-check sends them one at a time. When each is accepted, the target
 * refuses them only together, and no operation is to blame.
 *
 * @param context what it is judged with
 * @param answered the PATCH and its answer
 * @param owned the resource
 * @param noted how many symptoms the step had shown before the PATCH was judged
 */
export async function judgeRefusedTogether(
  context: OutcomeContext,
  { observation, exchange }: Answered,
  owned: OwnedResource,
  noted: number,
): Promise<void> {
  const { request, response } = observation;
  const operations = request.method === 'PATCH' && request.purpose !== 'raw' ? operationsIn(request.body) : [];
  const [refusal, ...others] = context.log.symptoms.slice(noted);
  // Where the resource changed all the same, that is what went wrong.
  if (operations.length < 2 || refusal === undefined || others.length > 0) return;
  if (!OF_CONTENT.has(response.status) || !isUnwanted(context.expectation, response)) return;
  const allAccepted = await sendOneByOne(context, owned, request, operations);
  await takeStock(context, owned, refusal);
  if (!allAccepted) return;
  context.log.withdraw(noted);
  const expected = `success, as each of the ${operations.length} operations has when it is sent alone`;
  const symptom = context.log.report(['SC2117'], { expected, received: showResponse(response), subject: 'refused together' }, exchange);
  for (const path of owned.unreliablePaths) if (owned.reliabilityOf([path]).causes.includes(refusal)) owned.markUnreliable(path, symptom);
}

async function sendOneByOne(
  context: OutcomeContext,
  owned: OwnedResource,
  request: ScimRequest,
  operations: readonly Json[],
): Promise<boolean> {
  const { method, target, resourceType, id, body } = request;
  for (const operation of operations) {
    const alone = { ...(isObject(body) ? body : {}), Operations: [operation] };
    const response = await context.attempt(
      ownRequest({ method, target, purpose: 'verify', body: alone, ...defined({ resourceType, id }) }),
    );
    if (response === undefined || !succeeded(response)) return false;
    owned.follow({ method, body: alone }, context.rules(owned.type));
  }
  return true;
}

/** What the operations left behind is taken as it is: it is no client's business. */
async function takeStock({ readBack }: OutcomeContext, owned: OwnedResource, refusal: Symptom): Promise<void> {
  if (owned.contentUnknown) return;
  const reading = await readBack.compare(owned);
  for (const { path } of [...(reading?.differences ?? []), ...(reading?.permitted ?? [])]) {
    owned.acceptServerValue(memberless(path), reading?.resource ?? {});
    owned.markUnreliable(memberless(path), refusal);
  }
}

function operationsIn(body: Json | undefined): readonly Json[] {
  const operations = isObject(body) ? body['Operations'] : undefined;
  return Array.isArray(operations) ? operations : [];
}

/** `members[<id>]` differences concern the path `members`. */
function memberless(path: string): string {
  return path.startsWith('members[') ? 'members' : path;
}
