import { getMember, isObject } from '../../scim/json.js';
import { ALL, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { isListed, isLiving, READS } from './reads.js';

/** Subject of an answer that names no id at all: it is not another resource's. */
export const NO_ID = 'no id';

/** SC2502 */
export const READ_OTHER = defineResponseCheck({
  id: 'SC2502',
  on: READS,
  title: 'A read by id returns the resource with that id',
  impact: 'data-damaged',
  safety: true,
  authorities: [
    must(
      '7643',
      '3.1',
      'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
    ),
  ],
  clients: ALL,
  effect: "The client compares and writes one person's data with another's.",
  fix: 'Return the resource whose id stands in the path, with that id, always.',
  example: { request: get('/Users/u1'), given: { resource: exampleUser() }, good: ok(exampleUser()), bad: ok(exampleUser({ id: 'u2' })) },
  judge(observation) {
    if (!isLiving(observation) || observation.response.status !== 200 || !isObject(observation.response.body)) return 'silent';
    if (isListed(observation)) return 'silent';
    const id = getMember(observation.response.body, 'id');
    if (id === observation.addressed?.id) return 'fine';
    const expected = `"id": ${JSON.stringify(observation.addressed?.id)}`;
    return id === undefined ? { expected, received: 'no id', subject: NO_ID } : { expected, received: `"id": ${JSON.stringify(id)}` };
  },
});
