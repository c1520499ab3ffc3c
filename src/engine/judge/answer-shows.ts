import { isPartial } from '../../check/resources.js';
import { getMember, isObject } from '../../scim/json.js';
import type { Reading } from '../compare/read-back.js';
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
 * @param reading the resource as read after the write
 */
export function judgeAnswerShows(
  context: OutcomeContext,
  write: JudgedWrite,
  owned: OwnedResource,
  { resource, shownElsewhere }: Reading,
): void {
  const { response, request } = write.observation;
  const { body } = response;
  if (isObject(body) && Array.isArray(getMember(body, 'Resources'))) {
    const received = `${response.status} with a list in place of the resource`;
    context.log.report(['SC2712'], { expected: 'the answer as the read: the resource', received, subject: 'list' }, write.exchange);
    return;
  }
  if (!isObject(body) || getMember(body, 'id') !== owned.id || isPartial(request.target)) return;
  // What is not as it should be has its own finding.
  const isKnown = (path: string): boolean => owned.isUnreliable(path.split('[')[0] ?? '') || owned.isUnreliable(path);
  // What a group shows only where it is asked for may stand in an answer.
  const isHidden = (path: string): boolean => shownElsewhere.length > 0 && path.startsWith('members');
  const differences = pictureDifferences(body, resource, context.rules(owned.type)).filter(({ path }) => !isKnown(path) && !isHidden(path));
  for (const { expected, received, path } of differences)
    context.log.report(['SC2712'], { expected: `the answer as the read: ${expected}`, received, subject: path, path }, write.exchange);
  if (differences.length === 0) context.log.confirm('SC2712');
}
