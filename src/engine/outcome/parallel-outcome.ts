import type { Observation } from '../../check/context.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { isObject } from '../../scim/json.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { judgeStoredState } from '../judge/stored-state.js';
import { noteWriteSymptoms } from '../judge/write-symptoms.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { followWrite } from '../state/twin.js';

/**
 * Follows several writes to one resource that were sent at the same moment, reads back once, and judges what all of them left
 * behind: their order is unknown.
 *
 * @param context what they are judged with
 * @param owned the resource
 * @param writes the writes and their answers
 */
export async function judgeParallelWrites(context: OutcomeContext, owned: OwnedResource, writes: readonly Answered[]): Promise<void> {
  context.log.wrote(writes.length);
  const before = owned.twin;
  const accepted = writes.filter(({ observation }) => succeeded(observation.response));
  const rules = context.rules(owned.type);
  const after = accepted.reduce((twin, { observation }) => followWrite(twin, observation.request, rules), before);
  const noted = context.log.symptoms.length;
  for (const { observation, exchange } of writes)
    if (!succeeded(observation.response))
      noteWriteSymptoms(context, { observation: { ...observation, parallel: true }, exchange, owned, before }, []);
  const isBroken = writes.some(({ observation }) => observation.response.status >= 500);
  if (isBroken && (await holdsAllOf(context, owned, writes))) context.log.consider(noted, 'SC2146');
  const last = accepted.at(-1);
  if (last === undefined) return;
  const operations = accepted.flatMap(({ observation: { request } }) =>
    isObject(request.body) && Array.isArray(request.body['Operations']) ? request.body['Operations'] : [],
  );
  const request = { ...last.observation.request, body: { Operations: operations } };
  const merged: Observation = { ...last.observation, parallel: true, request };
  await judgeStoredState(context, { observation: merged, exchange: last.exchange, owned, before }, owned, after);
}

/** Whether the resource holds what all of the writes asked for, whatever they were answered. */
async function holdsAllOf(context: OutcomeContext, owned: OwnedResource, writes: readonly Answered[]): Promise<boolean> {
  const rules = context.rules(owned.type);
  const asked = writes.reduce((twin, { observation }) => followWrite(twin, observation.request, rules), owned.twin);
  return (await context.readBack.compare(owned, asked))?.differences.length === 0;
}
