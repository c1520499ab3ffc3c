import { getMember, isObject } from '../../scim/json.js';
import { ALL, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { asSent, created, exampleUser, post } from '../messages.js';

/** SC1243: Entra and Okta would not notice; whoever has kept the id takes the new person for the old one. */
export const ID_GIVEN_AGAIN = defineResponseCheck({
  id: 'SC1243',
  on: { methods: ['POST'], endpoints: ['users', 'groups'] },
  title: 'The id of something deleted is not given to something new',
  severityFor: { entra: 'warning', okta: 'warning' },
  impact: 'access-kept',
  authorities: [
    must(
      '7643',
      '3.1',
      'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
    ),
  ],
  clients: ALL,
  effect: 'Whoever has kept the id, in a list of rights for instance, takes the new person or group for the deleted one.',
  fix: 'Make ids by chance or by a counter, not from names.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    given: { again: true, former: exampleUser() },
    good: created(exampleUser({ id: 'u2' })),
    bad: created(exampleUser()),
  },
  judge({ response, former }) {
    const id = isObject(response.body) ? getMember(response.body, 'id') : undefined;
    const earlier = former === undefined ? undefined : getMember(former, 'id');
    if (typeof id !== 'string' || earlier === undefined) return 'silent';
    return id === earlier
      ? { expected: 'an id of its own', received: `"id": ${JSON.stringify(id)}, which a deleted resource had` }
      : 'fine';
  },
});
