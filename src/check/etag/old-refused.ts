import { USER_URN } from '../../scim/urn.js';
import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, put, refusal } from '../messages.js';

/** SC1802 */
export const ETAG_OLD_REFUSED: StepCheck = {
  kind: 'step',
  id: 'SC1802',
  roots: ['SC1801', 'SC2200', 'SC2118', 'SC2202', 'SC1804', 'SC2201'],
  title: 'A change of a version that is no longer current is answered 412',
  severity: 'warning',
  needs: 'etag',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.14',
      'If the service provider supports versioning of resources, the client MAY supply an If-Match header (Section 3.1 of [RFC7232]) for PUT and PATCH operations to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource',
    ),
  ],
  clients: ['rfc'],
  effect: 'Two clients overwrite each other although both take care.',
  fix: 'Compare If-Match with the version and answer 412 where they differ.',
  scene: {
    scenario: 'rfc/etags',
    request: put('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com', displayName: 'Overwritten', active: true }),
    good: refusal(412, 'The user has changed since.'),
    bad: ok(exampleUser({ displayName: 'Overwritten' })),
  },
};
