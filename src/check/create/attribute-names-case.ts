import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1121 */
export const ATTRIBUTE_NAMES_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1121',
  roots: ['SC1204', 'SC2501'],
  title: 'The names of attributes count without regard to case',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7643', '2.1', 'Attribute names are case insensitive and are often "camel-cased" (e.g., "camelCase").'), field('F48')],
  clients: ['rfc'],
  effect: 'A client that writes UserName or Title loses the value, or is told that userName is missing.',
  fix: 'Compare attribute names without regard to case: in bodies, in paths, in filters and in "attributes".',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"UserName":"names.r1@example.com","Title":"Engineer","Active":true}\n< status 201',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"UserName":"names.r1@example.com","Title":"Engineer","Active":true}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"userName is required."}',
};
