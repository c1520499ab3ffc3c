import { isObject } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleGroup, exampleGroupOf, post } from '../messages.js';
import { bodyOf, isCreate, isPut, ofMembers, onGroup, refused } from '../written.js';

/** `u1` of `members[u1]`. */
const idOf = ({ path }: Difference): string => path.slice('members['.length, -1);

/** Members of whom nobody has spoken stand where those who were written are missing. */
function areRenamed({ differences, before, ...write }: ObservedWrite): boolean {
  const members = differences.filter(({ path }) => path.startsWith('members['));
  const missing = members.filter(({ kind }) => kind === 'missing');
  const strangers = members.filter(({ kind }) => kind === 'kept');
  const spokenOf = JSON.stringify([before?.['members'] ?? [], write.request.body ?? null]);
  return (
    missing.length > 0 &&
    strangers.length === missing.length &&
    strangers.every((stranger) => !spokenOf.includes(`"value":${JSON.stringify(idOf(stranger))}`))
  );
}

/** SC2317 */
export const MEMBER_IDS = defineWriteCheck({
  id: 'SC2317',
  scope: 'group',
  // Who is gone and who has come are the same people: no other check has seen anything.
  decisive: true,
  title: 'The value of a member is the id of the user',
  impact: 'provisioning-lost',
  authorities: [says('7643', '4.2', `The "value" sub-attribute contains the value of an "id" attribute of a SCIM resource`)],
  clients: ALL,
  effect: 'A client that reads the group finds none of the people whom it knows in it, and people whom it does not know.',
  effects: [{ client: 'okta', effect: 'Okta reads the group before it writes it: it finds none of the people whom it knows in it.' }],
  fix: 'Return the id of the user, or of the group, as "value" of each member; a name belongs into "display", an address into "$ref".',
  example: {
    request: post('/Groups', asSent(exampleGroupOf('u1'))),
    good: changed(exampleGroupOf('u1'), 201),
    bad: changed(exampleGroup({ members: [{ value: 'ada@example.com' }] }), 201),
  },
  exercises: (operation, write) =>
    onGroup(write) && (ofMembers(operation) || ((isCreate(operation) || isPut(operation)) && bringsMembers(write))),
  explains: (difference, write) => !refused(difference) && difference.path.startsWith('members[') && areRenamed(write),
});

function bringsMembers(write: ObservedWrite): boolean {
  const { members } = bodyOf(write);
  return Array.isArray(members) && members.some(isObject);
}
