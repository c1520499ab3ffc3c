import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleGroupOf, get, ok } from '../messages.js';

/** SC2404 */
export const INACTIVE_KEEPS_GROUPS: StepCheck = {
  kind: 'step',
  id: 'SC2404',
  roots: ['SC1202', 'SC1204', 'SC2401', 'SC2118', 'SC1003', 'SC2116', 'SC1205', 'SC2301', 'SC2101', 'SC2100'],
  title: 'A deactivated user stays in the groups',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ['entra', 'rfc'],
  effect: 'The client knows nothing of the change: who comes back is in no group, and nobody adds them again.',
  fix: 'Leave memberships alone when active changes; take the access away by other means.',
  scene: {
    scenario: 'membership/leaver',
    request: get('/Groups/g1', 'verify'),
    nth: 3,
    good: ok(exampleGroupOf('u1')),
    bad: ok(exampleGroupOf()),
  },
};
