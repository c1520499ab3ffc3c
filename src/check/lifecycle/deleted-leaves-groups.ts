import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2604 */
export const DELETED_LEAVES_GROUPS: StepCheck = {
  kind: 'step',
  id: 'SC2604',
  roots: ['SC2601', 'SC2603', 'SC2401', 'SC1204'],
  title: 'A deleted user is in no group any more',
  severity: 'warning',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.6', 'MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'Groups list members who do not exist; whoever gets the id next has their access.',
  fix: 'Take a deleted user out of all groups.',
  good: '> GET /Groups/u1\n< /members/0/value: no value',
  bad: '> GET /Groups/u1\n< /members/0/value = "u1"',
};
