import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { resultsIn } from './answered.js';
import { bulk, creation, done, GIVEN, made } from './example.js';

/** The statuses of success of each method; RFC 7644 §3.6 has 204 for DELETE, and many servers answer 200. */
const STATUSES: Readonly<Record<string, readonly number[]>> = { POST: [201], PUT: [200], PATCH: [200, 204], DELETE: [200, 204] };

/** SC1902: the status tells more than success and failure */
export const BULK_STATUS = defineResponseCheck({
  id: 'SC1902',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901', 'SC1201'],
  title: 'Each operation has the status that it would have by itself',
  needs: 'bulk',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.7.3',
      'The status attribute MUST include the code attribute that holds the HTTP response code that would have been returned if a single HTTP request would have been used.',
    ),
  ],
  clients: ['rfc'],
  effect: 'The client cannot tell what was done from what was refused.',
  fix: 'Give each result the status of a single request: 201 to a POST, 204 to a DELETE, 409 to a conflict.',
  example: { given: GIVEN, request: bulk([creation('new')]), good: done(made('new')), bad: done(made('new', { status: '200' })) },
  judge(observation) {
    const results = resultsIn(observation);
    if (results.length === 0) return 'silent';
    for (const { operation, result, status } of results) {
      const isRight = status !== undefined && (status >= 300 || (STATUSES[operation.method] ?? []).includes(status));
      if (!isRight)
        return { expected: `a status such as ${STATUSES[operation.method]?.join(' or ')} to ${operation.method}`, received: show(result) };
    }
    return 'fine';
  },
});
