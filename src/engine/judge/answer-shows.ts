import { isPartial } from '../../check/resources.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import { pictureDifferences } from '../compare/same-picture.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { OutcomeContext } from './outcome-context.js';
import type { JudgedWrite } from './write-symptoms.js';

/**
 * Judges whether the answer to a write shows the state after it (SC2712): what a read by the id shows right afterwards.
 *
 * @param context what it is judged with
 * @param write the write and its answer
 * @param owned the resource
 * @param read the resource as read after the write
 */
export function judgeAnswerShows(context: OutcomeContext, write: JudgedWrite, owned: OwnedResource, read: JsonObject): void {
  const { response, request } = write.observation;
  const { body } = response;
  if (!isObject(body) || getMember(body, 'id') !== owned.id || isPartial(request.target)) return;
  // What is not as it should be has its own finding.
  const isKnown = (path: string): boolean => owned.isUnreliable(path.split('[')[0] ?? '') || owned.isUnreliable(path);
  const differences = pictureDifferences(body, read, context.rules(owned.type)).filter(({ path }) => !isKnown(path));
  for (const { expected, received, path } of differences)
    context.log.report(['SC2712'], { expected: `the answer as the read: ${expected}`, received, subject: path, path }, write.exchange);
  if (differences.length === 0) context.log.confirm('SC2712');
}
