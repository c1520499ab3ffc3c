import { field, must, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, put } from '../messages.js';
import { brings, isPut } from '../written.js';

/** SC2203 */
export const PUT_ACTIVE = defineWriteCheck({
  id: 'SC2203',
  scope: 'write',
  title: 'A PUT stores active',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.5.1', 'Any values provided SHALL replace the existing attribute values.'),
    okta('scim20'),
    field('F11'),
    field('F68'),
  ],
  clients: ['okta', 'rfc'],
  effect: 'Apps of the wizard are deactivated by PUT: leavers keep their access.',
  fix: 'Read active from the body of a PUT.',
  example: {
    request: put('/Users/u1', exampleUser({ active: false })),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ active: false })),
    bad: changed(exampleUser()),
  },
  exercises: (operation, write) => isPut(operation) && brings(write, 'active'),
  explains: (difference) => difference.path === 'active',
});
