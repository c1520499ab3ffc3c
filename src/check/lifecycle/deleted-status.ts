import { ALL, entra, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, del, exampleUser, ok } from '../messages.js';

/** SC2602 */
export const DELETED_STATUS = defineResponseCheck({
  id: 'SC2602',
  on: { methods: ['DELETE'], purposes: ['delete'] },
  title: 'A DELETE is answered 204',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7644', '3.6', 'In response to a successful DELETE, the server SHALL return a successful HTTP status code 204 (No Content).'),
    entra('develop'),
    field('F91'),
  ],
  clients: ALL,
  effect: 'Clients that follow the standard to the letter take another status for a failure and try again.',
  fix: 'Answer 204 without a body.',
  example: { request: del('/Users/u1'), given: { resource: exampleUser() }, good: answer(204), bad: ok(exampleUser()) },
  judge({ response, addressed }) {
    if (addressed === undefined || addressed.deleted) return 'silent';
    if (response.status >= 300) return 'silent';
    return response.status === 204 ? 'fine' : { expected: '204', received: String(response.status) };
  },
});
