import { USER_URN } from '../../scim/urn.js';
import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, excerpt, post, refusal } from '../messages.js';

/** SC1219 */
export const ALL_OF_DIFFERENT: StepCheck = {
  kind: 'step',
  id: 'SC1219',
  roots: ['SC1204', 'SC1126', 'SC1104'],
  title: 'Creates of different users at the same moment are all made',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.3',
      'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
    ),
  ],
  clients: ['rfc'],
  effect: 'People are missing after a large import, and nobody can tell which.',
  fix: 'Lock what two creates share for as short a time as it takes, and let the second one wait; or answer 429 or 503.',
  scene: {
    scenario: 'rfc/parallel-creates',
    request: post('/Users', { schemas: [USER_URN], userName: 'parallel.u9@example.com' }),
    nth: 2,
    good: excerpt(created({})),
    bad: refusal(400, 'Another create is under way.'),
  },
};
