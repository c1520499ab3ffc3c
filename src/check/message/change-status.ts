import { ALL, must, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, exampleUser, ok, patch } from '../messages.js';

const RIGHT: Readonly<Record<'PATCH' | 'PUT', readonly number[]>> = { PATCH: [200, 204], PUT: [200] };

/** SC2145 */
export const CHANGE_STATUS = defineResponseCheck({
  id: 'SC2145',
  on: { methods: ['PATCH', 'PUT'], endpoints: ['users', 'groups'] },
  title: 'A PATCH that succeeds is answered 200 or 204, a PUT 200',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'On successful completion, the server either MUST return a 200 OK response code and the entire resource within the response body, subject to the "attributes" query parameter (see Section 3.9), or MAY return HTTP status code 204 (No Content) and the appropriate response headers for a successful PATCH request.',
    ),
    says(
      '7644',
      '3.5.1',
      'Unless otherwise specified, a successful PUT operation returns a 200 OK response code and the entire resource within the response body',
    ),
  ],
  clients: ALL,
  effect:
    'Clients that follow the standard to the letter take another status for a failure, and miss the resource that should come with it.',
  fix: 'Answer 200 with the whole resource; to a PATCH, 204 without a body is right as well.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser() },
    good: answer(204),
    bad: answer(202, ok(exampleUser()).body),
  },
  judge({ request: { method }, response: { status }, addressed }) {
    if (addressed === undefined || addressed.deleted || status >= 300 || (method !== 'PATCH' && method !== 'PUT')) return 'silent';
    const right = RIGHT[method];
    return right.includes(status) ? 'fine' : { expected: right.join(' or '), received: String(status), subject: method };
  },
});
