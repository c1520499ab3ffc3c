import { isDeepStrictEqual } from 'node:util';
import type { CheckId } from '../../check/check-id.js';
import { advertises } from '../../check/resources.js';
import type { JsonObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import { memberIds } from '../compare/comparison.js';
import type { Reading } from '../compare/read-back.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { TimeFault } from '../state/resource-times.js';
import type { Twin } from '../state/twin.js';
import type { OutcomeContext } from './outcome-context.js';
import type { JudgedWrite } from './write-symptoms.js';

const CHECKS: Readonly<Record<TimeFault['member'], CheckId>> = { created: 'SC1142', lastModified: 'SC1143', version: 'SC1841' };

/**
 * Judges what `meta` says of a resource's age after a write: the time of its creation stays, that of the last change and the
 * version move with a change that shows.
 *
 * @param context what it is judged with
 * @param write the write
 * @param owned the resource
 * @param seen what it must hold, and what it was read to hold
 */
export function judgeTimes(
  context: OutcomeContext,
  write: JudgedWrite,
  owned: OwnedResource,
  { after, reading, answeredAt }: { readonly after: Twin; readonly reading: Reading; readonly answeredAt: number },
): void {
  const { before, exchange, observation } = write;
  // Where an earlier write of a value has failed, whether this one was carried out does not show.
  const isChanged = (path: string): boolean => !isDeepStrictEqual(valueAt(before?.resource ?? {}, path), valueAt(after.resource, path));
  const asked =
    before !== undefined &&
    reading.differences.length + reading.permitted.length === 0 &&
    !isDeepStrictEqual(withoutGone(before.resource, context), withoutGone(after.resource, context)) &&
    ![...owned.unreliablePaths].some(isChanged);
  const faults = owned.times.look(reading.resource, asked, { answeredAt, readAt: context.run.clock.now() });
  const promised = advertises(observation.facts.config, 'etag') === true;
  for (const { member, expected, received } of faults)
    if (member !== 'version' || promised) context.log.report([CHECKS[member]], { expected, received, subject: member }, exchange);
  if (asked && faults.length === 0) for (const check of Object.values(CHECKS)) context.log.confirm(check);
}

/**
 * Whoever was deleted since has left the group by that: a write that names others has not changed it. Members are a set, and none of
 * them is the same as no list.
 */
function withoutGone(resource: JsonObject, context: OutcomeContext): JsonObject {
  const { members: _members, ...rest } = resource;
  const living = [...memberIds(resource)].filter((id) => !context.run.resources.deletedIds.has(id)).sort();
  return living.length === 0 ? rest : { ...rest, members: living };
}
