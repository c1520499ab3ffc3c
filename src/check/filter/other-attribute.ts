import { ALL, entra, field } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok, refusal } from '../messages.js';
import { isDeclinedChoice, judgeHit, natural, plain } from './look-up.js';

/** SC1306 */
export const HIT_OTHER_ATTRIBUTE = defineResponseCheck({
  id: 'SC1306',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC1308', 'SC2701'],
  title: 'A look-up by another mapped attribute finds the resource',
  severityFor: { rfc: 'warning', okta: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('mapping'), field('F13'), field('F74')],
  clients: ALL,
  effect: 'An administrator who matches on this attribute cannot provision anybody, or gets everybody twice.',
  fix: 'Support "eq" on every attribute that the mapping marks as filterable, with a value path such as emails[type eq "work"].value too.',
  example: {
    request: find('/Users', 'externalId eq "e-1"'),
    given: { hits: [exampleUser({ externalId: 'e-1' })] },
    good: ok(list([exampleUser({ externalId: 'e-1' })])),
    bad: refusal(400, 'externalId cannot be filtered on.', 'invalidFilter'),
  },
  judge: judgeHit((observation, result) => !natural(observation) && plain(observation) && !isDeclinedChoice(observation, result)),
});
