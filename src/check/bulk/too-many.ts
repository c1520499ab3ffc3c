import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { ok, post, refusal } from '../messages.js';

/** SC1909: asked only where the limit can be passed with few operations. */
export const BULK_TOO_MANY: StepCheck = {
  kind: 'step',
  id: 'SC1909',
  roots: ['SC1901', 'SC1204'],
  title: 'More operations than maxOperations are answered 413',
  severity: 'error',
  needs: 'bulk',
  impact: 'noise',
  authorities: [
    must('7644', '3.7.4', 'If either limit is exceeded, the service provider MUST return HTTP response code 413 (Payload Too Large).'),
  ],
  clients: ['rfc'],
  effect: 'A client that sends too much does not learn how much it may send.',
  fix: 'Count the operations before carrying out the first; answer 413 and name the limit.',
  scene: {
    scenario: 'rfc/bulk',
    request: post('/Bulk', { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'] }),
    nth: 3,
    good: refusal(413, 'At most 20 operations are allowed.'),
    bad: ok({ schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'], Operations: [] }),
  },
};
