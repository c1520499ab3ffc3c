import { field, should } from '../authority.js';
import type { StepCheck } from '../check.js';

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
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"tim.lee@example.com","active":true}\n< status 201',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"tim.lee@example.com","active":true}\n< 409 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"The userName is taken."}',
};
