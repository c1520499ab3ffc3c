import { headerOf } from '../../scim/message.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';

/** SC1005: a 401 says how to do better. */
export const CHALLENGE = defineResponseCheck({
  id: 'SC1005',
  roots: ['SC1001'],
  title: 'A 401 names the authentication scheme',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7644', '2', 'a SCIM service provider SHALL indicate supported HTTP authentication schemes via the "WWW-Authenticate" header.'),
  ],
  clients: ['rfc'],
  effect: 'A client that supports several schemes cannot tell which one the target wants.',
  fix: 'Send "WWW-Authenticate: Bearer" with every 401.',
  example: {
    request: get('/Users'),
    good: { ...refusal(401, 'The token is not valid.'), headers: { 'WWW-Authenticate': 'Bearer' } },
    bad: refusal(401, 'The token is not valid.'),
  },
  judge({ response }) {
    if (response.status !== 401) return 'silent';
    const header = headerOf(response.headers, 'www-authenticate') ?? '';
    return header.trim() === '' ? { expected: 'a WWW-Authenticate header', received: '401 without one' } : 'fine';
  },
});
