import { USER_URN } from '../../scim/urn.js';
import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, put, refusal } from '../messages.js';

/** SC1804 */
export const ETAG_CURRENT: StepCheck = {
  kind: 'step',
  id: 'SC1804',
  roots: ['SC1801', 'SC2200'],
  title: 'A change of the current version is made',
  severity: 'warning',
  needs: 'etag',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.14',
      'to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource',
    ),
  ],
  clients: ['rfc'],
  effect: 'No client that protects itself against lost updates can change anything.',
  fix: 'Compare If-Match with the version as it was sent, W/ and quotes included or left out on both sides.',
  scene: {
    scenario: 'rfc/etags',
    request: put('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com', displayName: 'Changed Once' }),
    good: ok(exampleUser({ displayName: 'Changed Once' })),
    bad: refusal(412, 'The resource has changed.'),
  },
};
