import { checkOfRule } from '../../check/constraint/check-of-rule.js';
import type { Observation } from '../../check/context.js';
import { showResponse } from '../../check/show.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { isNotThere } from '../../scim/message.js';
import { isUnwanted, type OutcomeContext } from '../judge/outcome-context.js';
import type { OwnedResource } from '../state/owned-resource.js';

/**
 * Judges a DELETE: the resource must be gone, and is in no group any more.
 *
 * @param context what it is judged with
 * @param owned the resource
 * @param observation the DELETE and its answer
 * @param exchange number of the exchange
 */
export async function judgeDeletion(
  context: OutcomeContext,
  owned: OwnedResource,
  observation: Observation,
  exchange: string,
): Promise<void> {
  const { request, response, facts } = observation;
  if (succeeded(response)) {
    noteDeleted(context.run, owned);
    const { ledger } = context.run;
    if (await context.readBack.isGone(owned)) await ledger.deleted(owned.entry);
    else {
      owned.markOutlivesDeletion();
      await takeAsLeft(context, owned);
      if (owned.proven) await ledger.removed(owned.entry);
    }
    context.log.confirm('SC2603');
  } else if (await isGoneAllTheSame(context, owned, observation)) {
    noteDeleted(context.run, owned);
    const received = `${showResponse(response)}, and a GET shows that it is gone`;
    context.log.report(['SC2146'], { expected: '204, or nothing that was deleted', received, subject: 'deleted' }, exchange);
  } else if (isUnwanted(context.expectation, response)) {
    // Okta never deletes a user. Some targets delete only who is disabled: where that failed, its own finding says so.
    const isUnsupported = context.client.family === 'okta' && owned.type === 'User';
    const isStillActive = context.log.writes > 1 && owned.isUnreliable('active');
    const check = checkOfRule({ request, response, facts }) === 'SC2806' ? 'SC2806' : 'SC2603';
    if (!isUnsupported && !isStillActive)
      context.log.report([check], { expected: '204', received: showResponse(response), subject: owned.type }, exchange);
  }
}

/** What a DELETE has changed of a resource that it leaves there, as one that deactivates does, is no matter of the writes after it. */
async function takeAsLeft({ readBack }: OutcomeContext, owned: OwnedResource): Promise<void> {
  const left = await readBack.unjudged(owned);
  const reading = left === undefined ? undefined : await readBack.compare(owned, owned.twin, undefined, left);
  for (const { path } of reading?.differences ?? []) owned.acceptServerValue(path.replace(/^members\[.*/, 'members'), left ?? {});
}

/**
 * Notes that a resource is gone: its groups have lost it, too.
 *
 * @param run has the groups
 * @param owned the resource
 */
export function noteDeleted({ resources }: Pick<OutcomeContext['run'], 'resources'>, owned: OwnedResource): void {
  owned.markDeleted();
  for (const group of resources.all()) if (group.type === 'Group' && !group.deleted) group.loseMember(owned.id);
}

/** Whether a resource that was there until now is gone, although its DELETE was answered with an error. Its ledger entry stays. */
async function isGoneAllTheSame(
  { readBack }: OutcomeContext,
  owned: OwnedResource,
  { addressed, response }: Observation,
): Promise<boolean> {
  if (isNotThere(response.status) || addressed?.shown !== true || !owned.isThere) return false;
  return await readBack.isMissing(owned);
}
