import { entra, field } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2310 */
export const UNKNOWN_MEMBER: StepCheck = {
  kind: 'step',
  id: 'SC2310',
  title: 'A member who does not exist is answered with a 4xx',
  severity: 'warning',
  needs: 'patch',
  impact: 'noise',
  authorities: [field('F41'), entra('quarantine')],
  clients: ['rfc'],
  effect: 'Entra takes a 5xx for a passing fault and repeats the request about every 20 minutes.',
  fix: 'Answer 400 with "scimType": "invalidValue" and name the member; keep those who are in the group.',
  good: '> PATCH /Groups/u1 {"op":"add","path":"members","value":[{"value":"u2"}]}\n< status 200 or 204 or 400 or 403 or 404 or 409 or 422',
  bad: '> PATCH /Groups/u1 {"op":"add","path":"members","value":[{"value":"u2"}]}\n< 500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"A member could not be resolved."}',
};
