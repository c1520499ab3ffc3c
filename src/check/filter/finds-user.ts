import { entra, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { judgeHit, LOOK_UP, natural, plain } from './look-up.js';

/** SC1303 */
export const HIT = defineResponseCheck({
  ...LOOK_UP,
  id: 'SC1303',
  on: { methods: ['GET'] },
  title: 'A look-up by userName finds the user',
  authorities: [
    entra('develop'),
    okta('scim20'),
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
  ],
  effect: 'The client does not find the person who is there and creates a second one, or stops at a conflict.',
  fix: 'Support "userName eq" on /Users.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    given: { hits: [exampleUser()] },
    good: ok(list([exampleUser()])),
    bad: ok(list([])),
  },
  judge: judgeHit((observation) => natural(observation) && plain(observation) && observation.request.resourceType === 'User'),
});
