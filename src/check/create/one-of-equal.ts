import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, get, ok, post, same } from '../messages.js';

/** SC1218 */
export const ONE_OF_EQUAL: StepCheck = {
  kind: 'step',
  id: 'SC1218',
  roots: ['SC1208', 'SC1204'],
  title: 'Creates of one userName at the same moment make one user',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."),
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that repeats a create, or two jobs that provision one person, leave two accounts for one person.',
  fix: 'Let the database keep userName unique, and answer 409 to whoever comes second; looking first is not enough.',
  scene: {
    scenario: 'rfc/parallel-creates',
    request: post('/Users', { userName: 'parallel.same.r1@example.com' }),
    nth: 2,
    good: { status: 409, body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '409', scimType: 'uniqueness' } },
    bad: created(exampleUser({ id: 'u8', userName: 'parallel.same.r1@example.com' })),
    besides: [same(get('/Users/u8', 'verify'), ok(exampleUser({ id: 'u8', userName: 'parallel.same.r1@example.com' })))],
  },
};
