import { says, should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { post, refusal } from '../messages.js';

/** SC1213 */
export const WRONG_TYPE: StepCheck = {
  kind: 'step',
  id: 'SC1213',
  roots: ['SC1204'],
  title: 'A value of the wrong type is refused with 400',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),

    says('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
  ],
  clients: ['rfc'],
  effect: 'What the client sent is dropped without a word, or the server fails.',
  fix: 'Answer 400 with "scimType": "invalidValue".',
  scene: {
    scenario: 'rfc/mistakes',
    request: post('/Users', { name: [{ familyName: [] }], active: { not: 'a boolean' } }, 'raw'),
    good: refusal(400, 'name must be an object.', 'invalidValue'),
    bad: refusal(500, 'cannot cast object to boolean'),
  },
};
