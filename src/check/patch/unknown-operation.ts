import { says, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, refusal } from '../messages.js';

/** SC2124 */
export const UNKNOWN_OPERATION: StepCheck = {
  kind: 'step',
  id: 'SC2124',
  roots: ['SC2118'],
  title: 'An operation that does not exist is answered 400',
  severity: 'warning',
  needs: 'patch',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    says('7644', '3.5.2', 'whose value indicates the operation to perform and MAY be one of "add", "remove", or "replace".'),
  ],
  clients: ['rfc'],
  effect: 'The client believes that its change arrived.',
  fix: 'Answer 400 with "scimType": "invalidSyntax".',
  scene: {
    scenario: 'rfc/patch-errors',
    request: patch('/Users/u1', { op: 'increase', path: 'displayName', value: 'x' }),
    good: refusal(400, 'There is no operation increase.', 'invalidSyntax'),
    bad: ok(exampleUser()),
  },
};
