import { field, must, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, put } from '../messages.js';
import { isPut, refused } from '../written.js';

/** SC2202 */
export const PUT_STORED = defineWriteCheck({
  id: 'SC2202',
  scope: 'write',
  roots: ['SC1205'],
  title: 'A PUT stores the values that it brings',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL replace the existing attribute values.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Changes of the profile never arrive.',
  fix: 'Store every readWrite value of the body.',
  example: {
    request: put('/Users/u1', exampleUser({ title: 'Director' })),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: changed(exampleUser({ title: 'Engineer' })),
  },
  exercises: isPut,
  explains: (difference, write) => !refused(difference) && write.accepted,
});
