import { entra, field, says, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, post, refusal } from '../messages.js';

/** SC1126: the reason behind several mistakes that all end in a server error. */
export const MISTAKE_AS_FAULT: StepCheck = {
  kind: 'step',
  id: 'SC1126',
  roots: ['SC1104'],
  title: 'A mistake of the client is not answered with a server error',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),

    says(
      '7644',
      '3.12',
      'The SCIM protocol uses the HTTP response status codes defined in Section 6 of [RFC7231] to indicate operation success or failure.',
    ),
    entra('quarantine'),
    field('F55'),
  ],
  clients: ['rfc'],
  effect: 'The client takes its own mistake for a passing fault of the server and repeats it for ever.',
  fix: 'Answer what the client did wrong with a 4xx and a SCIM Error; keep 5xx for faults of the server.',
  scene: {
    scenario: 'rfc/mistakes',
    request: post('/Users', 'no object', 'raw'),
    good: refusal(400, 'The body is no object.', 'invalidSyntax'),
    bad: refusal(500, 'cannot read properties of a string'),
    besides: [{ request: get('/NoSuchEndpoint'), good: refusal(404, 'No such endpoint.'), bad: refusal(500, 'no route') }],
  },
};
