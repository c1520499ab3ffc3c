import { plainText } from '../../base/plain-text.js';
import { show } from '../../check/show.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import type { OutcomeContext } from './outcome-context.js';
import type { JudgedWrite } from './write-symptoms.js';

/**
 * Judges whether everybody stands in a group once, whatever write came before (SC2311).
 *
 * @param context what it is judged with
 * @param group the group as read
 * @param write the write: only one that names members can have doubled them
 */
export function judgeMembersOnce({ log }: OutcomeContext, group: JsonObject, { observation, exchange }: JudgedWrite): void {
  if (!/"members\b/i.test(JSON.stringify(observation.request.body ?? ''))) return;
  const members = getMember(group, 'members');
  if (!Array.isArray(members)) return;
  const ids = members.flatMap((each) => (isObject(each) ? [plainText(getMember(each, 'value'))] : []));
  if (new Set(ids).size === ids.length) return;
  log.report(['SC2311'], { expected: 'each member once', received: `members = ${show(ids)}`, subject: 'members' }, exchange);
}
