import { ALL, field, must, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleGroup, find, list, ok } from '../messages.js';
import { isInactive, isPlusRefused, isSigned, judgeHit } from './look-up.js';

const NAMED = exampleGroup({ displayName: 'Sales (EU) and Marketing' });

/** SC1341 */
export const HIT_SIGNED = defineResponseCheck({
  id: 'SC1341',
  on: { methods: ['GET'] },
  roots: ['SC1306', 'SC1319', 'SC1403', 'SC1303', 'SC1310', 'SC2703', 'SC1308', 'SC1302'],
  title: 'A look-up takes the value as it stands, whatever signs and words are in it',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.4.2.2', 'compValue = false / null / true / number / string ; rules from JSON (RFC 7159)'),
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    field('F109'),
  ],
  clients: ALL,
  effect: 'Groups with parentheses, a comma, an "and" or foreign letters in their name are never found, and are created again.',
  fix: 'Read the filter with a parser that knows quoted texts; do not cut it at words or signs, and make no regular expression of the value.',
  example: {
    request: find('/Groups', 'displayName eq "Sales (EU) and Marketing"'),
    given: { hits: [NAMED] },
    good: ok(list([NAMED])),
    bad: ok(list([])),
  },
  judge: judgeHit(
    (observation, result) =>
      (isSigned(observation) || isPlusRefused(observation, result)) &&
      observation.request.filter?.otherCase !== true &&
      !isInactive(observation),
  ),
});
