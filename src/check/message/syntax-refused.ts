import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1123 */
export const SYNTAX_REFUSED: StepCheck = {
  kind: 'step',
  id: 'SC1123',
  roots: ['SC1204'],
  title: 'A body that is no SCIM message is answered 400',
  severity: 'error',
  impact: 'noise',
  authorities: [must('7644', '3.12', 'The request body message structure was invalid or did not conform to the request schema.')],
  clients: ['rfc'],
  effect: 'A client cannot tell its own mistake from a fault of the server, and tries again.',
  fix: 'Answer 400 with "scimType": "invalidSyntax".',
  good: '> POST /Users "no object"\n< status 400',
  bad: '> POST /Users "no object"\n< 500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"unexpected type"}',
};
