import { heldSecret } from '../../base/redacted.js';
import type { Observation } from '../../check/context.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { headerOf, type ResourceType, type ScimResponse } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { addressOf } from '../exchange/address.js';
import type { PlannedCreation } from '../exchange/exchanger.js';
import { OwnedResource } from '../state/owned-resource.js';
import { twinOfCreation } from '../state/twin.js';
import { isUnwanted, isWanted, type OutcomeContext } from './outcome-context.js';
import { judgeStoredState } from './stored-state.js';
import { noteWriteSymptoms } from './write-symptoms.js';

/**
 * Judges a creation, and says in the ledger what became of it.
 *
 * @param context what it is judged with
 * @param observation the creation and its answer
 * @param planned its line of the ledger
 * @param exchange number of the exchange
 */
export async function judgeCreation(
  context: OutcomeContext,
  observation: Observation,
  planned: PlannedCreation,
  exchange: string,
): Promise<void> {
  const { ledger, resources } = context.run;
  const { request, response } = observation;
  if (!succeeded(response)) {
    // A server error may have come after the resource was stored: only a 4xx says that there is none.
    if (response.status >= 400 && response.status < 500) await ledger.deleted(planned.entry);
    if (isUnwanted(context.expectation, response))
      noteWriteSymptoms(context, { observation, exchange, owned: undefined, before: undefined }, []);
    return;
  }
  const id = readResource(response.body)?.id;
  if (id === undefined) {
    // Nothing to go on with, but enough to clean up by.
    const located = locatedId(planned.type, response);
    if (located !== undefined && !resources.isStranger(planned.type, located, planned.sentAt)) await ledger.created(planned.entry, located);
    else await ledger.answered(planned.entry);
    return;
  }
  if (resources.isStranger(planned.type, id, planned.sentAt)) {
    context.log.report(['SC1207'], { expected: 'a new resource', received: `the id ${id}, which was there before` }, exchange);
    await ledger.deleted(planned.entry);
    return;
  }
  const there = resources.find(planned.type, id);
  if (there !== undefined && !there.deleted) {
    // A second create of the same resource was answered with the first one: nothing new to clean up.
    await ledger.deleted(planned.entry);
    return;
  }
  await ledger.created(planned.entry, id);
  const twin = twinOfCreation(request.body, id);
  const owned = new OwnedResource({ key: context.log.key ?? id, type: planned.type, id, entry: planned.entry, twin });
  resources.add(owned);
  if (isWanted(context.expectation, response))
    await judgeStoredState(context, { observation, exchange, owned: undefined, before: undefined }, owned, twin);
  // It should not be there: the expectation says that, and what it holds is nobody's promise.
  else owned.markUnknown();
}

/** The id at the end of the Location of a resource that was created (RFC 7644 §3.3). */
function locatedId(type: ResourceType, response: ScimResponse): string | undefined {
  const path = (headerOf(response.headers, 'location') ?? '').split(/[?#]/)[0] ?? '';
  const { resourceType, id } = addressOf(`/${path.split('/').slice(-2).join('/')}`);
  return resourceType === type && id !== undefined && !heldSecret(id) ? id : undefined;
}
