import { okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, put, refusal } from '../messages.js';
import { isPut, mayBeOfNoChange, refused } from '../written.js';

/** SC2251 */
export const PUT_NO_CHANGE = defineWriteCheck({
  id: 'SC2251',
  scope: 'representation',
  roots: ['SC2200'],
  title: 'A PUT that changes nothing is a success',
  impact: 'noise',
  authorities: [
    says(
      '7644',
      '3.5.1',
      'Unless otherwise specified, a successful PUT operation returns a 200 OK response code and the entire resource within the response body',
    ),
    okta('scim20'),
  ],
  clients: ['okta'],
  effect: 'Okta puts the groups of wizard apps twice for every change: the second time always ends in an error.',
  fix: 'Answer 200 with the resource where there is nothing to change.',
  example: {
    request: put('/Users/u1', exampleUser({ title: 'Engineer' })),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Engineer' })),
    bad: refusal(409, 'Nothing to change.'),
    besides: [
      {
        request: put('/Users/u1', exampleUser({ title: 'Director' })),
        good: changed(exampleUser({ title: 'Director' })),
        bad: changed(exampleUser({ title: 'Director' })),
      },
    ],
  },
  exercises: (operation) => isPut(operation) && !operation.changes,
  explains: (difference, write) => refused(difference) && mayBeOfNoChange(write.response.status),
});
