import { getMember, isObject } from '../../scim/json.js';
import { field } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { asSent, exampleUser, ok, put, without } from '../messages.js';

/**
 * SC2206: a body without `active` says nothing about it. RFC 7644 §3.5.1 lets a server assign a default, so only an admin
 * whose people are locked out can mind: Okta reads, changes and puts back.
 */
export const PUT_WITHOUT_ACTIVE = defineResponseCheck({
  id: 'SC2206',
  on: { methods: ['PUT'], endpoints: ['users'] },
  title: 'A PUT without active does not deactivate',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [field('F68')],
  clients: ['okta'],
  effect: 'People whose profile changes are locked out.',
  fix: 'Keep active as it was, or true, when the body of a PUT leaves it out.',
  example: {
    request: put('/Users/u1', without(asSent(exampleUser({ title: 'Engineer' })), 'active')),
    given: { resource: exampleUser() },
    good: ok(exampleUser({ title: 'Engineer' })),
    bad: ok(exampleUser({ title: 'Engineer', active: false })),
  },
  judge({ request, response, addressed }) {
    if (request.resourceType !== 'User' || !isObject(request.body) || response.status !== 200) return 'silent';
    if (getMember(request.body, 'active') !== undefined || addressed === undefined || !isObject(response.body)) return 'silent';
    if (getMember(addressed.resource, 'active') !== true) return 'silent';
    return getMember(response.body, 'active') === false ? { expected: '"active": true', received: '"active": false' } : 'fine';
  },
});
