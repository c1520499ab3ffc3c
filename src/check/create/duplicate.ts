import { ALL, field, must, okta } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1208 */
export const DUPLICATE: StepCheck = {
  kind: 'step',
  id: 'SC1208',
  roots: ['SC1204'],
  title: 'A second create of the same userName is answered 409',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
    okta('test'),
    field('F16'),
  ],
  clients: ALL,
  effect: 'People exist twice, or the client retries for ever because it cannot tell a conflict from another error.',
  fix: 'Answer 409 with "scimType": "uniqueness".',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"grace.hopper@example.com","name":{"givenName":"Second","familyName":"Original"},"emails":[{"type":"work","primary":true,"value":"second-r1@example.c…\n< status 409',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"grace.hopper@example.com","name":{"givenName":"Second","familyName":"Original"},"emails":[{"type":"work","primary":true,"value":"second-r1@example.c…\n< 201 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"u1","userName":"grace.hopper@example.com","name":{"familyName":"Original","givenName":"Second"},"active":true,"emails":[{"value":"second-r1@example.com","type":"w…',
};
