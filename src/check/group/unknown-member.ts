import { entra, field, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { patch, refusal } from '../messages.js';

/** SC2310 */
export const UNKNOWN_MEMBER: StepCheck = {
  kind: 'step',
  id: 'SC2310',
  title: 'A member who does not exist is answered with a 4xx',
  severity: 'warning',
  needs: 'patch',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    field('F41'),
    entra('quarantine'),
  ],
  clients: ['rfc'],
  effect: 'Entra takes a 5xx for a passing fault and repeats the request about every 20 minutes.',
  fix: 'Answer 400 with "scimType": "invalidValue" and name the member; keep those who are in the group.',
  scene: {
    scenario: 'membership/again',
    request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u9' }] }),
    good: refusal(400, 'There is no such user.', 'invalidValue'),
    bad: refusal(500, 'insert on table "members" violates foreign key constraint'),
  },
};
