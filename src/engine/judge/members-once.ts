import { show } from '../../check/show.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import type { OutcomeContext } from './outcome-context.js';

/**
 * Judges whether everybody stands in a group once, whatever write came before (SC2311).
 *
 * @param context what it is judged with
 * @param group the group as read
 * @param exchange number of the write
 */
export function judgeMembersOnce({ log }: OutcomeContext, group: JsonObject, exchange: string): void {
  const members = getMember(group, 'members');
  if (!Array.isArray(members)) return;
  const ids = members.flatMap((each) => (isObject(each) ? [String(getMember(each, 'value'))] : []));
  if (new Set(ids).size === ids.length) return;
  log.report(['SC2311'], { expected: 'each member once', received: `members = ${show(ids)}`, subject: 'members' }, exchange);
}
