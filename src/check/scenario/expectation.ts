import { ALL } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC9002 */
export const EXPECTATION: StepCheck = {
  kind: 'step',
  id: 'SC9002',
  title: 'The answer is what the scenario expects',
  severity: 'error',
  impact: 'noise',
  authorities: [{ kind: 'field', reference: 'the scenario' }],
  clients: ALL,
  effect: 'Something that the scenario demands beyond the standard does not hold.',
  fix: 'Read the scenario at the line that is named.',
};
