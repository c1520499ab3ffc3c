import { ALL } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, ok, refusal } from '../messages.js';

/** SC9002 */
export const EXPECTATION: StepCheck = {
  kind: 'step',
  id: 'SC9002',
  roots: [
    'SC1301',
    'SC1302',
    'SC1303',
    'SC1308',
    'SC1105',
    'SC1106',
    'SC1108',
    'SC1202',
    'SC1204',
    'SC1205',
    'SC2109',
    'SC2111',
    'SC1003',
    'SC2401',
    'SC2118',
    'SC2503',
    'SC2202',
    'SC1401',
    'SC1406',
    'SC1309',
    'SC2113',
  ],
  title: 'The answer is what the scenario expects',
  severity: 'error',
  impact: 'noise',
  authorities: [{ kind: 'field', reference: 'the scenario' }],
  clients: ALL,
  effect: 'Something that the scenario demands beyond the standard does not hold.',
  fix: 'Read the scenario at the line that is named.',
  scene: {
    scenario: 'okta-spec/spec',
    client: 'okta',
    request: get('/Groups', 'raw'),
    good: excerpt(ok({ startIndex: 1 })),
    bad: refusal(400, 'Groups cannot be listed without a filter.'),
  },
};
