import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, ok } from '../messages.js';

/** SC1906: seen by reading back what the results say was created. */
export const BULK_CARRIED_OUT: StepCheck = {
  kind: 'step',
  id: 'SC1906',
  roots: ['SC1205', 'SC2301'],
  title: 'What a bulk request creates is there, with its references followed',
  severity: 'error',
  needs: 'bulk',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.7.2', 'The service provider MUST replace the string "bulkId:qwerty" with the permanent resource id once created.'),
  ],
  clients: ['rfc'],
  effect: 'Groups come without the people who were created beside them.',
  fix: 'Put the ids of new resources in the place of "bulkId:…" in every operation, whatever their order.',
  scene: {
    scenario: 'rfc/bulk',
    request: get('/Groups/u9', 'verify'),
    nth: 3,
    good: excerpt(ok({})),
    bad: excerpt(ok({ members: [] })),
  },
};
