import { getMember, isObject } from '../../scim/json.js';
import { ALL, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, ok, patch } from '../messages.js';
import { answersOther } from './other-answer.js';

/** SC2402 */
export const SAME_ID = defineResponseCheck({
  id: 'SC2402',
  on: { methods: ['PUT', 'PATCH'], purposes: ['update', 'raw'] },
  title: 'A resource keeps its id',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7643',
      '3.1',
      'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
    ),
    okta('test'),
  ],
  clients: ALL,
  effect: 'The client loses the account: it knows the resource by its id alone.',
  fix: 'Keep the id through renames, deactivation and return.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'active', value: true }),
    given: { resource: exampleUser({ active: false }) },
    good: ok(exampleUser()),
    bad: ok(exampleUser({ id: 'u2' })),
  },
  judge(observation) {
    const { response, addressed } = observation;
    if (addressed === undefined || response.status !== 200 || !isObject(response.body)) return 'silent';
    const id = getMember(response.body, 'id');
    if (id === undefined || answersOther(observation)) return 'silent';
    return id === addressed.id ? 'fine' : { expected: `"id": ${JSON.stringify(addressed.id)}`, received: `"id": ${JSON.stringify(id)}` };
  },
});
