import { ALL, field, must } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { hitCheck, isDelicate, isInactive } from './look-up.js';

/** SC1308 */
export const HIT_DELICATE: ResponseCheck = hitCheck(
  {
    id: 'SC1308',
    roots: ['SC1403', 'SC1303', 'SC1310'],
    title: 'A look-up decodes the filter exactly once',
    severity: 'error',
    impact: 'provisioning-lost',
    authorities: [
      must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
      field('F25'),
    ],
    clients: ALL,
    effect: 'Groups with a blank in their name and people with plus addressing are never found, and are created again.',
    fix: 'Decode the query as a form does (+ is a blank, %2B a plus), once, then parse the value as a JSON string.',
    good: '> GET /Users?filter=userName+eq+%22donald.knuth%40example.com%22\n< the User with userName eq "donald.knuth@example.com"',
    bad: '> GET /Users?filter=userName+eq+%22donald.knuth%40example.com%22\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter","detail":"The filter cannot be read at character 1: \\"userName+eq+\\" is no attribute path"}',
  },
  (seen) => isDelicate(seen) && seen.request.filter?.otherCase !== true && !isInactive(seen),
);
