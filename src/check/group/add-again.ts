import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, should } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch, refusal } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { addsMembers, refused } from '../written.js';

/** SC2314 */
export const ADD_AGAIN = defineWriteCheck({
  id: 'SC2314',
  scope: 'group',
  title: 'Adding somebody who is a member already is a success',
  impact: 'provisioning-lost',
  needs: 'patch',
  authorities: [
    should(
      '7644',
      '3.5.2.1',
      'If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.',
    ),
    field('F118'),
  ],
  clients: ALL,
  severityFor: { entra: 'warning', rfc: 'warning' },
  effect: 'An addition whose answer was lost can never be sent again: it fails for good.',
  effects: [
    { client: 'okta', effect: 'Every push of a new group ends in an error: Okta adds the members again that the creation had.' },
    { client: 'entra', effect: 'Entra sends an addition whose answer was late again in every cycle, and each time it fails.' },
  ],
  fix: 'Treat members as a set of ids: answer 200 or 204 when they are there, and add those who are not.',
  example: {
    request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u1', display: 'ada@example.com' }] }),
    given: { resource: exampleGroupOf('u1') },
    good: changed(exampleGroupOf('u1')),
    bad: refusal(409, 'u1 is a member already.', 'uniqueness'),
  },
  exercises: (operation, write) => addsMembers(operation) && areMembers(operation, write),
  explains: refused,
});

/** Somebody whom the operation adds is in the group: with the others, or alone. */
function areMembers({ value }: WriteOperation, write: ObservedWrite): boolean {
  const held = getMember(write.before ?? {}, 'members');
  const there = new Set(Array.isArray(held) ? held.map((each) => (isObject(each) ? getMember(each, 'value') : each)) : []);
  return Array.isArray(value) && value.some((each) => isObject(each) && there.has(getMember(each, 'value')));
}
