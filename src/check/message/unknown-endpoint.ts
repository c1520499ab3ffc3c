import { says, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, ok, refusal } from '../messages.js';

/** SC1124 */
export const UNKNOWN_ENDPOINT: StepCheck = {
  kind: 'step',
  id: 'SC1124',
  roots: ['SC1127'],
  title: 'A path that does not exist is answered 404',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    says('7644', '3.12', 'Specified resource (e.g., User) or endpoint does not exist.'),
  ],
  clients: ['rfc'],
  effect: 'A client that looks for an optional endpoint takes a page of the web site for its answer.',
  fix: 'Answer every unknown path below the base URL with 404 and a SCIM Error.',
  scene: { scenario: 'rfc/mistakes', request: get('/NoSuchEndpoint'), good: refusal(404, 'No such endpoint.'), bad: ok({}) },
};
