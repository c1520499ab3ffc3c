import { ALL, field, must, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { answer, created, exampleUser, excerpt, get, list, ok, post, refusal, same } from '../messages.js';

/** The account that was there, whose values happen to be those that are sent. */
const RUNSCOPE = exampleUser({ id: 'u7', name: { givenName: 'Runscope', familyName: 'Test' }, displayName: 'Runscope Test' });

/** SC1207 */
export const ADOPTED: StepCheck = {
  kind: 'step',
  id: 'SC1207',
  title: 'A create makes a new resource',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
    says('7644', '3.3', 'To create new resources, clients send HTTP POST requests to the resource endpoint'),
    field('F89'),
  ],
  clients: ALL,
  effect: 'The create took over an account that was there before: whoever owns it loses it.',
  fix: 'Answer 409 to a create that collides with an existing resource.',
  scene: {
    scenario: 'okta-spec/spec',
    client: 'okta',
    request: post('/Users', { displayName: 'Runscope Test' }, 'raw'),
    nth: 1,
    good: excerpt(answer(201, { id: 'u2', displayName: 'Runscope Test' }, { Location: 'https://scim.example.com/Users/u2' })),
    bad: created(RUNSCOPE),
    besides: [
      same(get('/Users?count=1&startIndex=1'), ok(list([RUNSCOPE], { totalResults: 6 }))),
      same(get('/Users/u7'), ok(RUNSCOPE)),
      { ...same(post('/Users', { displayName: 'Runscope Test' }, 'raw'), refusal(409, 'The userName is taken.', 'uniqueness')), nth: 2 },
    ],
  },
};
