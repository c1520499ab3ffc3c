import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2205 */
export const PUT_NEVER_CREATES: StepCheck = {
  kind: 'step',
  id: 'SC2205',
  roots: ['SC1127', 'SC2200'],
  title: 'A PUT to an id that does not exist is answered 404',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7644', '3.5.1', 'HTTP PUT MUST NOT be used to create new resources.'), field('F11')],
  clients: ['okta', 'rfc'],
  effect: 'An account comes into being that the directory does not know, under an id of the client.',
  fix: 'Answer 404; create by POST alone.',
  good: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"put.r1@example.com"}\n< status 404',
  bad: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"put.r1@example.com"}\n< 201 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"u1","userName":"put.r1@example.com","active":true,"meta":{"resourceType":"User","created":"2026-11-02T09:30:00Z","lastModified":"2026-11-02T09:30:00Z","location":…',
};
