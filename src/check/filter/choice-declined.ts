import { entra, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok, refusal } from '../messages.js';
import { isDeclinedChoice, judgeHit, plain } from './look-up.js';

/** SC1319: no mapping says that administrators of the app match on it, and a target need not look up by everything. */
export const HIT_BY_CHOICE = defineResponseCheck({
  id: 'SC1319',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC1308', 'SC2701'],
  title: 'People can be looked up by what administrators may match on',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    entra('mapping'),
    says('7644', '3.4.2.2', 'Filtering is an OPTIONAL parameter for SCIM service providers.'),
    field('F13'),
    field('F74'),
  ],
  clients: ['entra'],
  effect: 'An administrator who matches on this attribute provisions nobody. Matching on userName, which is the default, is not concerned.',
  fix: 'Support "eq" on it; or tell customers to match on userName, and give scim-check a mapping that says so (--mapping FILE).',
  example: {
    request: { ...find('/Users', 'externalId eq "e-1"'), byChoice: true },
    given: { hits: [exampleUser({ externalId: 'e-1' })] },
    good: ok(list([exampleUser({ externalId: 'e-1' })])),
    bad: refusal(400, 'externalId cannot be filtered on.', 'invalidFilter'),
  },
  judge: judgeHit(
    (observation, result) =>
      observation.request.filter?.byChoice === true && plain(observation) && (result === 'found' || isDeclinedChoice(observation, result)),
  ),
});
