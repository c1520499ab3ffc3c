import { USER_URN } from '../../scim/urn.js';
import { field, must, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, put, refusal } from '../messages.js';

/** SC1215: what a create may not do, a change may not do either. Whether the refusal is a 409 or a 400 is not said. */
export const COLLISION: StepCheck = {
  kind: 'step',
  id: 'SC1215',
  roots: ['SC2200', 'SC2100', 'SC2113', 'SC1208'],
  title: 'A change to a userName that another user has is refused',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."),
    says('7644', '3.12', 'One or more of the attribute values are already in use or are reserved.'),
    field('F16'),
  ],
  clients: ['rfc'],
  effect: 'Two accounts answer to one name: the next look-up finds both, and nobody knows whose access is whose.',
  fix: 'Answer 409 with "scimType": "uniqueness" to a PUT or PATCH as to a POST.',
  scene: {
    scenario: 'rfc/collisions',
    request: put('/Users/u1', { schemas: [USER_URN], userName: 'grace@example.com' }),
    good: refusal(409, 'The userName is taken.', 'uniqueness'),
    bad: ok(exampleUser({ userName: 'grace@example.com' })),
  },
};
