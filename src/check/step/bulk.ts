import { must } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { excerpt, get, ok, post, refusal } from '../messages.js';

/** Checks of bulk requests that need more than one exchange, or a step of a scenario, to be seen. */
export const BULK_STEPS = defineStepChecks([
  // Seen by reading back what the results say was created.
  {
    id: 'SC1906',
    roots: ['SC1205', 'SC2301', 'SC2317', 'SC2118', 'SC2152', 'SC2701'],
    title: 'What a bulk request creates is there, with its references followed',
    needs: 'bulk',
    impact: 'access-kept',
    authorities: [
      must('7644', '3.7.2', 'The service provider MUST replace the string "bulkId:qwerty" with the permanent resource id once created.'),
    ],
    clients: ['rfc'],
    effect: 'Groups come without the people who were created beside them.',
    fix: 'Put the ids of new resources in the place of "bulkId:…" in every operation, whatever their order.',
    example: {
      scenario: 'rfc/bulk',
      request: get('/Groups/u9', 'verify'),
      nth: 3,
      good: excerpt(ok({})),
      bad: excerpt(ok({ members: [] })),
    },
  },
  // Asked only where the limit can be passed with few operations.
  {
    id: 'SC1909',
    roots: ['SC1901', 'SC1204', 'SC1216'],
    title: 'More operations than maxOperations are answered 413',
    needs: 'bulk',
    impact: 'noise',
    authorities: [
      must('7644', '3.7.4', 'If either limit is exceeded, the service provider MUST return HTTP response code 413 (Payload Too Large).'),
    ],
    clients: ['rfc'],
    effect: 'A client that sends too much does not learn how much it may send.',
    fix: 'Count the operations before carrying out the first; answer 413 and name the limit.',
    example: {
      scenario: 'rfc/bulk',
      request: post('/Bulk', { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'] }),
      nth: 3,
      good: refusal(413, 'At most 20 operations are allowed.'),
      bad: ok({ schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'], Operations: [] }),
    },
  },
]);
