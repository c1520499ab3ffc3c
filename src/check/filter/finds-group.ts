import { entra, field, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleGroup, find, list, ok, refusal } from '../messages.js';
import { judgeHit, LOOK_UP, natural, plain } from './look-up.js';

/** SC1310 */
export const HIT_GROUP = defineResponseCheck({
  ...LOOK_UP,
  id: 'SC1310',
  on: { methods: ['GET'] },
  title: 'A look-up by displayName finds the group',
  authorities: [
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    entra('develop'),
    okta('scim20'),
    field('F35'),
  ],
  effect: 'The client does not find the group that is there and creates a second one, or stops at a conflict.',
  fix: 'Support "displayName eq" on /Groups.',
  example: {
    request: find('/Groups', 'displayName eq "Engineers"'),
    given: { hits: [exampleGroup()] },
    good: ok(list([exampleGroup()])),
    bad: refusal(400, 'Groups cannot be filtered.', 'invalidFilter'),
  },
  judge: judgeHit((observation) => natural(observation) && plain(observation) && observation.request.resourceType === 'Group'),
});
