import { ALL, entra, field, okta } from '../authority.js';
import type { StepCheck } from '../check.js';
import { ada, get, list, ok, without } from '../messages.js';

/** SC2403 */
export const ACTIVE_SHOWN: StepCheck = {
  kind: 'step',
  id: 'SC2403',
  title: 'The answer shows whether the user is active',
  severity: 'error',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client takes a leaver for active, or the other way round, and does not correct it.',
  fix: 'Return active, as a JSON boolean, in every answer and in lists.',
  scene: {
    scenario: 'users/leaver',
    request: get('/Users?filter=userName+eq+%22ada%40example.com%22'),
    nth: 2,
    good: ok(list([ada({ active: false })])),
    bad: ok(list([without(ada(), 'active')])),
  },
};
