import { isObject } from '../../scim/json.js';
import { ALL, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { showResponse } from '../show.js';
import { isListed, isLiving, READS } from './reads.js';

/** SC2505 */
export const READ_NO_LIST = defineResponseCheck({
  id: 'SC2505',
  on: READS,
  title: 'A read by id returns the resource itself, not a list with it',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.4.1',
      'If the resource exists, the server responds with HTTP status code 200 (OK) and includes the result in the body of the response.',
    ),
    field('F119'),
  ],
  clients: ALL,
  effect: 'The client finds no attribute where it expects one.',
  effects: [
    { client: 'okta', effect: 'Okta puts its change into the list and sends the list back.' },
    { client: 'entra', effect: 'Entra finds no attribute where it expects one.' },
  ],
  fix: 'Answer GET on an id with the one resource; a ListResponse answers queries.',
  example: { request: get('/Users/u1'), given: { resource: exampleUser() }, good: ok(exampleUser()), bad: ok(list([exampleUser()])) },
  judge(observation) {
    const { response } = observation;
    if (!isLiving(observation) || response.status !== 200 || !isObject(response.body)) return 'silent';
    return isListed(observation) ? { expected: 'the resource', received: showResponse(response) } : 'fine';
  },
});
