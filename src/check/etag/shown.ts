import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1801 */
export const ETAG_SHOWN: StepCheck = {
  kind: 'step',
  id: 'SC1801',
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
};
