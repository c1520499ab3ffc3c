import { ALL, entra, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { READS } from './reads.js';

/** SC2601 */
export const GONE = defineResponseCheck({
  id: 'SC2601',
  on: READS,
  roots: ['SC1127', 'SC2503'],
  title: 'A deleted resource is answered 404',
  severityFor: { okta: 'warning' },
  impact: 'access-kept',
  authorities: [
    must(
      '7644',
      '3.6',
      'Service providers MAY choose not to permanently delete the resource but MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.',
    ),
    entra('how'),
    field('F91'),
  ],
  clients: ALL,
  effect: 'The client takes the account for deleted while it lives on.',
  fix: 'Answer 404 to every request for the id after the DELETE, and leave it out of lists.',
  example: {
    request: get('/Users/u1'),
    given: { resource: exampleUser(), deleted: true },
    good: refusal(404, 'No such user.'),
    bad: ok(exampleUser()),
  },
  judge({ request, response, addressed }) {
    if (addressed === undefined || !addressed.deleted) return 'silent';
    if (response.status >= 500) return 'silent';
    return response.status === 404 ? 'fine' : { expected: '404', received: showResponse(response), subject: request.resourceType ?? '' };
  },
});
