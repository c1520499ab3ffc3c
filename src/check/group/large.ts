import { getMember, isObject } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOfSize, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { addsMembers, asked, bodyOf, isPut, onGroup, refused } from '../written.js';

/** No scenario about anything else has so many members. */
const MANY = 20;

/** A group of this size has more members than a page of a list commonly has. */
const LARGE = 100;

/** SC2316 */
export const LARGE_GROUP = defineWriteCheck({
  id: 'SC2316',
  scope: 'group',
  title: 'A group of more than a hundred members has all of them',
  roots: ['SC2301', 'SC2810', 'SC2830'], // whom a small group cannot have, a large one cannot either
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
  ],
  clients: ALL,
  effect: 'Whoever comes after the first hundred is missing from the group, and with it the access that it gives.',
  fix: 'Keep and show all members of a group: it has no pages. Where there is a limit, refuse what exceeds it, and say how many it is.',
  example: {
    request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u100' }] }),
    given: { resource: exampleGroupOfSize(100) },
    good: changed(exampleGroupOfSize(101)),
    bad: changed(exampleGroupOfSize(100)),
  },
  exercises: (operation, write) => onGroup(write) && membersAfter(operation, write) > MANY,
  proves: (operation, write) => membersAfter(operation, write) > LARGE,
  explains: (difference, write) => refused(difference) || (isLost(difference) && !othersPushedOut(write) && areManyLeft(write)),
});

/** Where most are gone, no limit is the reason, unless as many are there as only a large group has. */
function areManyLeft(write: ObservedWrite): boolean {
  const wanted = Math.max(...write.operations.map((each) => membersAfter(each, write)));
  const left = wanted - write.differences.filter(isLost).length;
  return left >= MANY || left >= wanted / 2;
}

/** Whether exactly those are gone who were there before: a limit does not tell them from those who come. */
function othersPushedOut({ before, differences }: ObservedWrite): boolean {
  const lost = differences.filter(isLost);
  return lost.length === count(getMember(before ?? {}, 'members')) && !lost.some(asked);
}

const isLost = ({ kind, path }: Difference): boolean => kind === 'missing' && path.startsWith('members');

/** How many members the group has afterwards. */
function membersAfter(operation: WriteOperation, write: ObservedWrite): number {
  if (isPut(operation)) return count(getMember(bodyOf(write), 'members'));
  if (!addsMembers(operation)) return 0;
  // One operation for each member makes the same group as one for all.
  const added = write.operations.filter(addsMembers).reduce((sum, { value }) => sum + count(value), 0);
  return count(getMember(write.before ?? {}, 'members')) + added;
}

function count(members: unknown): number {
  return Array.isArray(members) ? members.length : isObject(members) ? 1 : 0;
}
