import { USER_URN } from '../../scim/urn.js';
import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, post, refusal } from '../messages.js';

/** SC1210 */
export const DUPLICATE_OTHER_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1210',
  roots: ['SC1208', 'SC1204'],
  title: 'A userName that differs in case alone is a conflict',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.'), field('F16')],
  clients: ['okta', 'rfc'],
  effect: 'One person gets two accounts, and look-ups find two of them.',
  fix: 'Compare userName without regard to case when looking for a conflict.',
  scene: {
    scenario: 'rfc/user-names',
    client: 'rfc',
    request: post('/Users', { schemas: [USER_URN], userName: 'CASE.r1@EXAMPLE.COM' }, 'raw'),
    good: refusal(409, 'The userName is taken.', 'uniqueness'),
    bad: created(exampleUser({ id: 'u2', userName: 'CASE.r1@EXAMPLE.COM' })),
  },
};
