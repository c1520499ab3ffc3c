import { ALL, field } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, list, ok, refusal } from '../messages.js';

/** SC1004 */
export const HEADERS_SERVED: StepCheck = {
  kind: 'step',
  id: 'SC1004',
  title: "Requests are served with the client's own headers",
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [field('F71'), field('F72')],
  clients: ALL,
  effect: 'Entra sends no User-Agent and no Accept: a firewall or a framework that wants them refuses every request.',
  fix: 'Do not demand User-Agent, Accept or Content-Type on reads below the SCIM base URL.',
  scene: {
    scenario: 'connection/test-connection',
    client: 'okta',
    request: get('/Users?filter=userName%20eq%20%22u9%22', 'probe'),
    nth: 1,
    good: ok(list([])),
    bad: refusal(403, 'This client is not known.'),
  },
};
