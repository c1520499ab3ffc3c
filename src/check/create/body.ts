import { readResource } from '../../scim/read.js';
import { ALL, entra, field, okta, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, asSent, created, exampleUser, post } from '../messages.js';
import { showResponse } from '../show.js';
import { isCreated } from './created.js';

/** SC1202 */
export const CREATED_BODY = defineResponseCheck({
  id: 'SC1202',
  on: { methods: ['POST'], endpoints: ['users', 'groups'] },
  title: 'A create is answered with the resource and its id',
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.3', "The response body SHOULD contain the service provider's representation of the newly created resource."),
    entra('develop'),
    okta('scim20'),
    field('F50'),
  ],
  clients: ALL,
  severityFor: { rfc: 'warning' },
  effect: 'The client keeps the id for all later requests; without it the account is lost to the client.',
  effects: [
    {
      client: 'okta',
      effect: 'The client keeps the id for all later requests; without it Okta reports "Create new user returned empty user".',
    },
    { client: 'entra', effect: 'The client keeps the id for all later requests; without it Entra loses the account.' },
  ],
  fix: 'Return the whole resource with its "id" as a non-empty string.',
  example: { request: post('/Users', asSent(exampleUser())), good: created(exampleUser()), bad: answer(201) },
  judge(observation) {
    if (!isCreated(observation)) return 'silent';
    return readResource(observation.response.body) === undefined
      ? { expected: 'the resource with a non-empty string "id"', received: showResponse(observation.response) }
      : 'fine';
  },
});
