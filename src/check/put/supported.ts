import { field, must, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, put, refusal } from '../messages.js';
import { isPut, refused } from '../written.js';

/** SC2200 */
export const PUT_SUPPORTED = defineWriteCheck({
  id: 'SC2200',
  scope: 'method',
  decisive: 'until-held',
  roots: ['SC2401', 'SC2402', 'SC2501', 'SC2703'],
  title: 'PUT is supported',
  impact: 'access-kept',
  authorities: [
    okta('scim20'),
    must('7644', '3.5', 'Implementers MUST support HTTP PUT as specified in Section 4.3 of [RFC7231].'),
    field('F11'),
  ],
  clients: ['okta', 'rfc'],
  effect: 'A client that replaces resources as a whole cannot change anything.',
  effects: [
    {
      type: 'Group',
      client: 'okta',
      effect: 'Okta changes the groups of wizard apps by PUT: groups stay as they were created, and leavers in them.',
    },
    { client: 'okta', effect: 'Okta updates profiles by PUT, and apps of the wizard deactivate and change groups by PUT too.' },
  ],
  fix: 'Support PUT on /Users/{id} and /Groups/{id}.',
  fixSuits: [404, 405, 501],
  example: {
    request: put('/Users/u1', exampleUser({ title: 'Director' })),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(405, 'PUT is not supported.'),
  },
  exercises: isPut,
  explains: (difference, write) => refused(difference) && [404, 405, 501].includes(write.response.status),
});
