import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1211 */
export const REQUIRED_MISSING: StepCheck = {
  kind: 'step',
  id: 'SC1211',
  roots: ['SC1204'],
  title: 'A user without userName is refused with 400',
  severity: 'error',
  impact: 'noise',
  authorities: [
    must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."),
    must('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
  ],
  clients: ['rfc'],
  effect: 'Accounts come into being that no client can find again.',
  fix: 'Answer 400 with "scimType": "invalidValue".',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"displayName":"Nobody"}\n< status 400',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"displayName":"Nobody"}\n< 201 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"u1","displayName":"Nobody","active":true,"meta":{"resourceType":"User","created":"2026-11-02T09:30:00Z","lastModified":"2026-11-02T09:30:00Z","location":"https://…',
};
