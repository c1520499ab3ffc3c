import { USER_URN } from '../../scim/urn.js';
import { must, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, post, refusal, without } from '../messages.js';

/** SC1211 */
export const REQUIRED_MISSING: StepCheck = {
  kind: 'step',
  id: 'SC1211',
  roots: ['SC1204'],
  title: 'A user without userName is refused with 400',
  severity: 'error',
  impact: 'noise',
  authorities: [
    must('7643', '4.1.1', 'Each User MUST include a non-empty userName value.'),
    says('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
  ],
  clients: ['rfc'],
  effect: 'Accounts come into being that no client can find again.',
  fix: 'Answer 400 with "scimType": "invalidValue".',
  scene: {
    scenario: 'rfc/mistakes',
    request: post('/Users', { schemas: [USER_URN], displayName: 'Nobody' }, 'raw'),
    good: refusal(400, 'userName is required.', 'invalidValue'),
    bad: created(without(exampleUser({ id: 'u2', displayName: 'Nobody' }), 'userName')),
  },
};
