import { ALL, okta, should } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { mayBeOfNoChange, patched, refused } from '../written.js';

/** SC2151 */
export const NO_CHANGE_ACCEPTED = defineWriteCheck({
  id: 'SC2151',
  scope: 'element',
  title: 'A PATCH that changes nothing is a success',
  severityFor: { rfc: 'warning', entra: 'warning' },
  impact: 'noise',
  authorities: [
    should(
      '7644',
      '3.5.2.1',
      'If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.',
    ),
    okta('scim20'),
  ],
  clients: ALL,
  effect: 'A retry sends what is there already: each ends in an error.',
  effects: [
    {
      client: 'okta',
      effect:
        'Okta sends the name of a group with every change of its members, and a retry sends what is there already: each ends in an error.',
    },
  ],
  fix: 'Answer 200 or 204 where there is nothing to change.',
  example: {
    request: patch('/Users/u1', { op: 'add', path: 'title', value: 'Engineer' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Engineer' })),
    bad: refusal(400, 'Nothing to change.', 'invalidValue'),
    besides: [
      {
        request: patch('/Users/u1', { op: 'add', path: 'title', value: 'Director' }),
        good: changed(exampleUser({ title: 'Director' })),
        bad: changed(exampleUser({ title: 'Director' })),
      },
    ],
  },
  exercises: (operation, { operations }) => patched(operation) && operations.every((each) => each.kind !== 'remove' && !each.changes),
  explains: (difference, write) => refused(difference) && mayBeOfNoChange(write.response.status),
});
