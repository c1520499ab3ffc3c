import { field, must, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, put, refusal } from '../messages.js';
import { isPut, refused } from '../written.js';

/** SC2201 */
export const PUT_BACK = defineWriteCheck({
  id: 'SC2201',
  scope: 'method',
  roots: ['SC1204', 'SC2402'],
  title: 'What was read can be put back with changes',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL be ignored.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'A client that reads, changes and puts back cannot change anything.',
  effects: [
    {
      type: 'Group',
      client: 'okta',
      effect:
        'Okta puts the whole group back, id and meta included, for every change: groups stay as they were created, and leavers in them.',
    },
    { client: 'okta', effect: 'Okta puts the whole resource back, id, meta and groups included: every update fails.' },
  ],
  fix: 'Accept a resource as you return it: ignore read-only and unknown attributes of a PUT, and return no element without a value.',
  example: {
    request: put('/Users/u1', exampleUser({ title: 'Director' })),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(400, 'meta is not allowed.', 'mutability'),
  },
  exercises: isPut,
  explains: refused,
});
