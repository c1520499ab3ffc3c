import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, refusal } from '../messages.js';

/** SC2121 */
export const UNKNOWN_PATH: StepCheck = {
  kind: 'step',
  id: 'SC2121',
  roots: ['SC2118'],
  title: 'A path that names no attribute is answered 400',
  severity: 'error',
  needs: 'patch',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.5.2',
      "An operation that is not compatible with an attribute's mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response as defined in Section 3.12.",
    ),
    field('F60'),
  ],
  clients: ['rfc'],
  effect: 'The client believes that its change arrived.',
  fix: 'Answer 400 with "scimType": "invalidPath" or "noTarget".',
  scene: {
    scenario: 'rfc/patch-errors',
    request: patch('/Users/u1', { op: 'replace', path: 'noSuchAttribute', value: 'x' }),
    good: refusal(400, 'There is no noSuchAttribute.', 'invalidPath'),
    bad: ok(exampleUser()),
  },
};
