import { getMember, isObject } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { isFailure, resultsIn } from './answered.js';
import { bulk, creation, done, failed, GIVEN } from './example.js';

/** SC1905 */
export const BULK_ERROR_TOLD = defineResponseCheck({
  id: 'SC1905',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901', 'SC1102'],
  title: 'A failed operation tells its error',
  needs: 'bulk',
  impact: 'noise',
  authorities: [
    must('7644', '3.7', 'When indicating an error, the "response" attribute MUST contain the detail error response as per Section 3.12.'),
  ],
  clients: ['rfc'],
  effect: 'The client knows that something was refused, and not why.',
  fix: 'Put the Error that a single request would get into the "response" of the result.',
  example: {
    given: GIVEN,
    request: bulk([creation('again')]),
    good: done(failed('again')),
    bad: done({ method: 'POST', bulkId: 'again', status: '409' }),
  },
  judge(observation) {
    const results = resultsIn(observation).filter(isFailure);
    if (results.length === 0) return 'silent';
    const lacking = results.find(({ result }) => !isObject(getMember(result, 'response')));
    return lacking === undefined ? 'fine' : { expected: '"response" with an Error', received: show(lacking.result) };
  },
});
