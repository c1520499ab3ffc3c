import { entra, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { isRenamed, judgeHit, LOOK_UP } from './look-up.js';

/** SC1342 */
export const HIT_RENAMED = defineResponseCheck({
  ...LOOK_UP,
  id: 'SC1342',
  on: { methods: ['GET'] },
  roots: [...LOOK_UP.roots, 'SC1303', 'SC1310', 'SC1307', 'SC1308'],
  title: 'Who was renamed is found by the new name',
  authorities: [
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    entra('develop'),
    okta('scim20'),
  ],
  effect: 'Whoever marries, and each group that gets another name, is not found any more, and is created once more.',
  fix: 'Look up what is stored now: an index of names must follow every PUT and PATCH.',
  example: {
    request: find('/Users', 'userName eq "ada.byron@example.com"'),
    given: { hits: [exampleUser({ userName: 'ada.byron@example.com' })], renamed: true },
    good: ok(list([exampleUser({ userName: 'ada.byron@example.com' })])),
    bad: ok(list([])),
  },
  judge: judgeHit((observation) => isRenamed(observation) && observation.request.filter?.otherCase !== true),
});
