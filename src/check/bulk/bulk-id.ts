import { getMember } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { isFailure, resultsIn } from './answered.js';
import { bulk, creation, done, GIVEN, made } from './example.js';

/** SC1904 */
export const BULK_ID_RETURNED = defineResponseCheck({
  id: 'SC1904',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901'],
  title: 'A creation comes back with its bulkId',
  needs: 'bulk',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.7', 'The service provider MUST return the same "bulkId" together with the newly created resource.')],
  clients: ['rfc'],
  effect: 'The client cannot tell which of its people has which id.',
  fix: 'Repeat the bulkId of each POST in its result.',
  example: {
    given: GIVEN,
    request: bulk([creation('new')]),
    good: done(made('new')),
    bad: done({ method: 'POST', location: 'https://scim.example.com/Users/u1', status: '201' }),
  },
  judge(observation) {
    const results = resultsIn(observation).filter((each) => each.operation.bulkId !== undefined && !isFailure(each));
    if (results.length === 0) return 'silent';
    const lacking = results.find(({ operation, result }) => getMember(result, 'bulkId') !== operation.bulkId);
    return lacking === undefined ? 'fine' : { expected: `"bulkId": ${show(lacking.operation.bulkId)}`, received: show(lacking.result) };
  },
});
