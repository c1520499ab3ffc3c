import { getMember, isObject, type Json } from '../../scim/json.js';
import { ALL, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { asSent, created, exampleUser, post } from '../messages.js';

/** SC1110: `password` never comes back. */
export const PASSWORD_RETURNED = defineResponseCheck({
  id: 'SC1110',
  title: 'The password is never returned',
  impact: 'data-damaged',
  safety: true,
  authorities: [
    must('7643', '4.1.1', 'The cleartext value or the hashed value of a password SHALL NOT be returnable by a service provider.'),
    field('F67'),
  ],
  clients: ALL,
  effect: 'Every reader of the API sees it.',
  effects: [
    {
      client: 'okta',
      effect: 'Every reader of the API sees it, and Okta writes the returned text back as the new password with its next update.',
    },
  ],
  fix: 'Leave password out of every answer: create, read, update and list.',
  example: {
    request: post('/Users', asSent(exampleUser({ password: 'Placeholder1' }))),
    good: created(exampleUser()),
    bad: created(exampleUser({ password: 'Placeholder1' })),
  },
  judge({ response }) {
    if (!isObject(response.body)) return 'silent';
    const listed = getMember(response.body, 'Resources');
    const resources: Json[] = Array.isArray(listed) ? listed : [response.body];
    const leaks = resources.some((resource) => isObject(resource) && typeof getMember(resource, 'password') === 'string');
    return leaks ? { expected: 'no password', received: 'the answer has a password' } : 'fine';
  },
});
