import { percentEncode } from '../client/encode.js';
import type { JsonObject } from '../scim/json.js';
import { getMember, isObject } from '../scim/json.js';
import { type Difference, memberIds } from './differences.js';
import type { Play } from './play.js';
import type { Own } from './population.js';

/**
 * Drops members that only seem to be lost: some servers show them when asked for them by name, or only among the user's
 * `groups` (`returned` "request" or "never", RFC 7643 §7). Not shown is not the same as not stored.
 *
 * @param play reads as the client would
 * @param own the group
 * @param actual the group as read
 * @param differences what differs from the twin
 */
export async function withoutHidden(
  play: Play,
  own: Own,
  actual: JsonObject,
  differences: readonly Difference[],
): Promise<readonly Difference[]> {
  const isLost = (each: Difference): boolean => each.kind === 'missing' && each.path.startsWith('members[');
  if (own.type !== 'Group' || getMember(actual, 'members') !== undefined || !differences.some(isLost)) return differences;
  const asked = await read(play, `/Groups/${percentEncode(own.id)}?attributes=members`);
  const shown = asked === undefined ? new Set<string>() : memberIds(asked);
  const kept: Difference[] = [];
  for (const difference of differences) {
    const id = /^members\[(.*)\]$/.exec(difference.path)?.[1];
    const hidden = isLost(difference) && id !== undefined && (shown.has(id) || (await listsGroup(play, id, own.id)));
    if (!hidden) kept.push(difference);
  }
  return kept;
}

async function listsGroup(play: Play, user: string, group: string): Promise<boolean> {
  const resource = await read(play, `/Users/${percentEncode(user)}`);
  const groups = resource === undefined ? undefined : getMember(resource, 'groups');
  return Array.isArray(groups) && groups.some((each) => isObject(each) && getMember(each, 'value') === group);
}

/** A read of scim-check's own, which no check judges. */
async function read(play: Play, target: string): Promise<JsonObject | undefined> {
  const answer = await play.stage.wire.send(play.client.plain({ method: 'GET', target, purpose: 'verify' }), play.at);
  return answer.ok && answer.response.status === 200 && isObject(answer.response.body) ? answer.response.body : undefined;
}
