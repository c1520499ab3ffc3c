import { field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { ada, changed, put } from '../messages.js';
import { brings, isPut } from '../written.js';

/** SC2203 */
export const PUT_ACTIVE: WriteCheck = {
  kind: 'write',
  id: 'SC2203',
  title: 'A PUT stores active',
  severity: 'error',
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
    request: put('/Users/u1', ada({ active: false })),
    given: { resource: ada() },
    good: changed(ada({ active: false })),
    bad: changed(ada()),
  },
  exercises: (operation, write) => isPut(operation) && brings(write, 'active'),
  explains: (trouble) => trouble.path === 'active',
};
