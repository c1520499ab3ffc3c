import { says, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { post, refusal } from '../messages.js';

/** SC1123 */
export const SYNTAX_REFUSED: StepCheck = {
  kind: 'step',
  id: 'SC1123',
  roots: ['SC1204'],
  title: 'A body that is no SCIM message is answered 400',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    says('7644', '3.12', 'The request body message structure was invalid or did not conform to the request schema.'),
  ],
  clients: ['rfc'],
  effect: 'A client cannot tell its own mistake from a fault of the server, and tries again.',
  fix: 'Answer 400 with "scimType": "invalidSyntax".',
  scene: {
    scenario: 'rfc/mistakes',
    request: post('/Users', 'no object', 'raw'),
    good: refusal(400, 'The body is no object.', 'invalidSyntax'),
    bad: refusal(500, 'cannot read properties of a string'),
  },
};
