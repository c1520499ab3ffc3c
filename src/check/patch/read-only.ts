import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2123 */
export const READ_ONLY: StepCheck = {
  kind: 'step',
  id: 'SC2123',
  roots: ['SC2113'],
  title: 'A change of a read-only attribute is refused',
  severity: 'error',
  needs: 'patch',
  impact: 'data-damaged',
  authorities: [
    must('7644', '3.12', "The attempted modification is not compatible with the target attribute's mutability or current state"),
  ],
  clients: ['rfc'],
  effect: 'An id that changes cuts every client off from the account.',
  fix: 'Answer 400 with "scimType": "mutability".',
  good: '> PATCH /Users/u1 {"op":"replace","path":"id","value":"another-id"}\n< status 400',
  bad: '> PATCH /Users/u1 {"op":"replace","path":"id","value":"another-id"}\n< 200 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"margaret.hamilton@example.com","name":{"formatted":"Margaret Hamilton","familyName":"…',
};
