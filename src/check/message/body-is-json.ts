import { ALL, entra, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, webPage } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1108: a success with a body has a JSON body. */
export const BODY_IS_JSON = defineResponseCheck({
  id: 'SC1108',
  title: 'The body of a success is JSON',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.8', 'Servers MUST accept requests and be able to return JSON-structured responses using UTF-8 encoding [RFC3629].'),
    entra('develop'),
  ],
  clients: ALL,
  effect: 'The client cannot read the resource and stops updating it.',
  effects: [{ client: 'entra', effect: 'Entra reports that it is "not able to deserialize the resource" and stops updating the user.' }],
  fix: 'Answer every SCIM request with JSON; look for a login page or a proxy in front of the endpoint.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: webPage(200, 'Sign in') },
  judge({ response }) {
    if (response.status >= 300 || response.text.trim() === '') return 'silent';
    if (response.body !== undefined) return 'fine';
    return { expected: 'a JSON body', received: `${showResponse(response)} (${response.parseError ?? 'no JSON'})` };
  },
});
