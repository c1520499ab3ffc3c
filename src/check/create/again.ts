import { USER_URN } from '../../scim/urn.js';
import { field, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { ada, created, excerpt, post, refusal } from '../messages.js';

/** SC1212 */
export const CREATE_AGAIN: StepCheck = {
  kind: 'step',
  id: 'SC1212',
  roots: ['SC2601', 'SC2603'],
  title: 'The userName of a deleted user can be used again',
  severity: 'warning',
  severityFor: { entra: 'error' },
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.6', 'the service provider SHOULD NOT consider the deleted resource in conflict calculation.'),
    field('F18'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'A person who returns after the deletion meets a conflict that no client can resolve.',
  fix: 'Leave deleted resources out when looking for a conflict.',
  scene: {
    scenario: 'rfc/delete',
    client: 'rfc',
    request: post('/Users', { schemas: [USER_URN], userName: 'ada@example.com', active: true }, 'raw'),
    good: excerpt(created(ada({ id: 'u2' }))),
    bad: refusal(409, 'The userName is taken.', 'uniqueness'),
  },
};
