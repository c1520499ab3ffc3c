import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1210 */
export const DUPLICATE_OTHER_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1210',
  roots: ['SC1208', 'SC1204'],
  title: 'A userName that differs in case alone is a conflict',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.'), field('F16')],
  clients: ['rfc'],
  effect: 'One person gets two accounts, and look-ups find two of them.',
  fix: 'Compare userName without regard to case when looking for a conflict.',
  good: '> POST /Users {"userName":"ADA@EXAMPLE.COM"} beside ada@example.com\n< 409',
  bad: '> POST /Users {"userName":"ADA@EXAMPLE.COM"} beside ada@example.com\n< 201',
};
