import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, get, ok } from '../messages.js';

/** SC1801 */
export const ETAG_SHOWN: StepCheck = {
  kind: 'step',
  id: 'SC1801',
  roots: ['SC2501'],
  title: 'A version is shown where ServiceProviderConfig promises one',
  severity: 'warning',
  needs: 'etag',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.14',
      "When supported, SCIM ETags MUST be specified as an HTTP header and SHOULD be specified within the 'version' attribute contained in the resource's 'meta' attribute.",
    ),
  ],
  clients: ['rfc'],
  effect: 'Clients that want to avoid lost updates cannot.',
  fix: 'Send an ETag header and the same text as meta.version, or say "etag": {"supported": false}.',
  scene: {
    scenario: 'rfc/etags',
    request: get('/Users/u1', 'raw'),
    nth: 1,
    good: ok(exampleUser(), { ETag: 'W/"1"' }),
    bad: ok(exampleUser()),
  },
};
