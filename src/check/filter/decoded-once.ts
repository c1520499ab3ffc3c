import { ALL, field, must } from '../authority.js';
import type { Observation } from '../context.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { isDelicate, isInactive, isPlusRefused, judgeHit } from './look-up.js';

/** That a blank is understood says nothing of a plus. */
const hasPlus = ({ request }: Observation): boolean => request.filter?.value.includes('+') === true;

/** SC1308 */
export const HIT_DELICATE = defineResponseCheck({
  id: 'SC1308',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC1303', 'SC1310', 'SC2703'],
  title: 'A look-up takes the value of the filter whole, decoded exactly once',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    field('F25'),
  ],
  clients: ALL,
  effect: 'Groups with a blank in their name and people with plus addressing are never found, and are created again.',
  fix: 'Decode the query as a form does (+ is a blank, %2B a plus), once, then parse the value as a JSON string, and compare all of it: with what follows a blank or a plus.',
  example: {
    request: find('/Users', 'userName eq "ada+test@example.com"'),
    given: { hits: [exampleUser({ userName: 'ada+test@example.com' })] },
    good: ok(list([exampleUser({ userName: 'ada+test@example.com' })])),
    bad: ok(list([])),
  },
  judge: judgeHit(
    (observation, result) =>
      isDelicate(observation) &&
      (result !== 'found' || hasPlus(observation)) &&
      !isPlusRefused(observation, result) &&
      observation.request.filter?.otherCase !== true &&
      !isInactive(observation),
  ),
});
