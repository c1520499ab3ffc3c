import { ALL, entra, okta } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, ok, refusal } from '../messages.js';

/** SC9001 */
export const UNEXPECTED: StepCheck = {
  kind: 'step',
  id: 'SC9001',
  roots: ['SC1202', 'SC1204', 'SC1301', 'SC1302', 'SC1303', 'SC1310', 'SC1308', 'SC1105', 'SC1108', 'SC1403', 'SC2401', 'SC2501', 'SC1309'],
  title: 'The conversation goes as the client expects',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20')],
  clients: ALL,
  effect: 'The client stops here, and what it wanted does not happen.',
  fix: 'Compare the answer with what the client needs; the exchange shows both.',
  scene: {
    scenario: 'connection/test-connection',
    client: 'okta',
    request: get('/Users?startIndex=1&count=2', 'connect'),
    good: excerpt(ok({ startIndex: 1 })),
    bad: refusal(400, 'Users cannot be listed without a filter.'),
  },
};
