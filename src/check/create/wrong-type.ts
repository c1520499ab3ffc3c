import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1213 */
export const WRONG_TYPE: StepCheck = {
  kind: 'step',
  id: 'SC1213',
  roots: ['SC1204'],
  title: 'A value of the wrong type is refused with 400',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
  ],
  clients: ['rfc'],
  effect: 'What the client sent is dropped without a word, or the server fails.',
  fix: 'Answer 400 with "scimType": "invalidValue".',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"wrong-type.r1@example.com","name":[{"familyName":[]}],"active":{"not":"a boolean"}}\n< status 400',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"wrong-type.r1@example.com","name":[{"familyName":[]}],"active":{"not":"a boolean"}}\n< 500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"cannot cast object to boolean"}',
};
