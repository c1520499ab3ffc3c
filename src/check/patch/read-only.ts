import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, refusal } from '../messages.js';

/** SC2123 */
export const READ_ONLY: StepCheck = {
  kind: 'step',
  id: 'SC2123',
  roots: ['SC2113', 'SC2118'],
  title: 'A change of a read-only attribute is refused',
  severity: 'error',
  needs: 'patch',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      "An operation that is not compatible with an attribute's mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response as defined in Section 3.12.",
    ),
  ],
  clients: ['rfc'],
  effect: 'An id that changes cuts every client off from the account.',
  fix: 'Answer 400 with "scimType": "mutability".',
  scene: {
    scenario: 'rfc/patch-errors',
    request: patch('/Users/u1', { op: 'replace', path: 'id', value: 'another-id' }),
    good: refusal(400, 'id is read-only.', 'mutability'),
    bad: ok(exampleUser()),
  },
};
