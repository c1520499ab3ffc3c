import { ALL, field, must, okta } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, post, refusal } from '../messages.js';

const SECOND = exampleUser({ id: 'u2', name: { givenName: 'Second', familyName: 'Original' } });

/** SC1208 */
export const DUPLICATE: StepCheck = {
  kind: 'step',
  id: 'SC1208',
  roots: ['SC1216', 'SC1204'],
  title: 'A second create of the same userName is answered 409',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
    okta('test'),
    field('F16'),
  ],
  clients: ALL,
  effect: 'People exist twice, or the client retries for ever because it cannot tell a conflict from another error.',
  fix: 'Answer 409 with "scimType": "uniqueness".',
  scene: {
    scenario: 'users/duplicate',
    request: post('/Users', { userName: 'ada@example.com', name: { givenName: 'Second', familyName: 'Original' } }, 'raw'),
    good: refusal(409, 'The userName is taken.', 'uniqueness'),
    bad: created(SECOND),
  },
};
