import { should } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1605 */
export const DISCOVERY_FILTER: StepCheck = {
  kind: 'step',
  id: 'SC1605',
  roots: ['SC1602', 'SC1603'],
  title: 'A filter on a discovery endpoint is answered 403',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should(
      '7644',
      '4',
      'If a "filter" is provided, the service provider SHOULD respond with HTTP status code 403 (Forbidden) to ensure that clients cannot incorrectly assume that any matching conditions specified in a filter are true.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that looks for one schema by a filter takes the first of the list for it.',
  fix: 'Answer 403 to a filter on /Schemas, /ResourceTypes and /ServiceProviderConfig.',
  good: '> GET /Schemas?filter=id%20eq%20%22urn%22\n< status 403',
  bad: '> GET /Schemas?filter=id%20eq%20%22urn%22\n< 200 {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":3,"startIndex":1,"itemsPerPage":3,"Resources":[{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Schema"],"id":"urn:ietf:params:scim:schemas:cor…',
};
