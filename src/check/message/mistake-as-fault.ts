import { entra, field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1126: the reason behind several mistakes that all end in a server error. */
export const MISTAKE_AS_FAULT: StepCheck = {
  kind: 'step',
  id: 'SC1126',
  roots: ['SC1104'],
  title: 'A mistake of the client is not answered with a server error',
  severity: 'error',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.12',
      'The SCIM protocol uses the HTTP response status codes defined in Section 6 of [RFC7231] to indicate operation success or failure.',
    ),
    entra('quarantine'),
    field('F55'),
  ],
  clients: ['rfc'],
  effect: 'The client takes its own mistake for a passing fault of the server and repeats it for ever.',
  fix: 'Answer what the client did wrong with a 4xx and a SCIM Error; keep 5xx for faults of the server.',
  good: '> PATCH /Groups/u1 {"op":"add","path":"members","value":[{"value":"u2"}]}\n< status 200 or 204 or 400 or 403 or 404 or 409 or 422',
  bad: '> PATCH /Groups/u1 {"op":"add","path":"members","value":[{"value":"u2"}]}\n< 500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"Internal error."}',
};
