import { ALL, field, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { asSent, created, exampleUser, ok, post } from '../messages.js';
import { isCreated } from './created.js';

/** SC1201 */
export const CREATED_STATUS = defineResponseCheck({
  id: 'SC1201',
  on: { methods: ['POST'], endpoints: ['users', 'groups'] },
  title: 'A create is answered 201',
  severityFor: { entra: 'warning' },
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.3',
      'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
    ),
    okta('test'),
    field('F50'),
  ],
  clients: ALL,
  effect: 'A client that looks at the status takes it that nothing new was made.',
  effects: [
    { client: 'okta', effect: "Okta's SPEC test fails at its sixth step." },
    { client: 'entra', effect: 'Entra tolerates a 200; other clients do not.' },
  ],
  fix: 'Answer 201 to a POST that created a resource.',
  example: { request: post('/Users', asSent(exampleUser())), good: created(exampleUser()), bad: ok(exampleUser()) },
  judge(observation) {
    if (!isCreated(observation)) return 'silent';
    return observation.response.status === 201 ? 'fine' : { expected: '201', received: String(observation.response.status) };
  },
});
