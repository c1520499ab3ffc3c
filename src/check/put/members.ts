import { field, must, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, put } from '../messages.js';
import { brings, isPut } from '../written.js';

/** SC2204 */
export const PUT_MEMBERS = defineWriteCheck({
  id: 'SC2204',
  scope: 'write',
  roots: ['SC2317'],
  title: 'A PUT of a group sets exactly its members',
  impact: 'access-kept',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL replace the existing attribute values.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Whoever leaves a group keeps its access, or whoever joins never gets it.',
  fix: 'Replace the list of members with the one of the body.',
  example: {
    request: put('/Groups/g1', exampleGroupOf('u1')),
    given: { resource: exampleGroupOf('u1', 'u2') },
    good: changed(exampleGroupOf('u1')),
    bad: changed(exampleGroupOf('u1', 'u2')),
  },
  exercises: (operation, write) => isPut(operation) && brings(write, 'members'),
  explains: (difference) => difference.path.startsWith('members'),
});
