import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2124 */
export const UNKNOWN_OPERATION: StepCheck = {
  kind: 'step',
  id: 'SC2124',
  title: 'An operation that does not exist is answered 400',
  severity: 'error',
  needs: 'patch',
  impact: 'noise',
  authorities: [must('7644', '3.5.2', 'whose value indicates the operation to perform and MAY be one of "add", "remove", or "replace".')],
  clients: ['rfc'],
  effect: 'The client believes that its change arrived.',
  fix: 'Answer 400 with "scimType": "invalidSyntax".',
  good: '> PATCH /Users/u1 {"op":"increase","path":"displayName","value":"x"}\n< status 400',
  bad: '> PATCH /Users/u1 {"op":"increase","path":"displayName","value":"x"}\n< 200 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"margaret.hamilton@example.com","name":{"formatted":"Margaret Hamilton","familyName":"…',
};
