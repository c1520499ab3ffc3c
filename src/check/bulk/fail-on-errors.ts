import { getMember, isObject } from '../../scim/json.js';
import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { isFailure, resultsIn } from './answered.js';
import { bulk, creation, done, failed, GIVEN, made } from './example.js';

/** SC1908 */
export const BULK_FAIL_ON_ERRORS = defineResponseCheck({
  id: 'SC1908',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901'],
  title: 'failOnErrors ends the request',
  needs: 'bulk',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.7',
      'The "failOnErrors" attribute defines the number of errors that the service provider should accept before failing the remaining operations returning the response.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Operations are carried out that the client wanted to be left undone after an error.',
  fix: 'Count the errors, and stop when there are as many as failOnErrors says.',
  example: {
    given: GIVEN,
    request: bulk([creation('again'), creation('new')], { failOnErrors: 1 }),
    good: done(failed('again')),
    bad: done(failed('again'), made('new')),
  },
  judge(observation) {
    const limit = isObject(observation.request.body) ? getMember(observation.request.body, 'failOnErrors') : undefined;
    const results = resultsIn(observation);
    if (typeof limit !== 'number' || results.filter(isFailure).length < limit) return 'silent';
    // A target may put the operations in another order: then it cannot be told which came after the error.
    const last = results.map((each) => isFailure(each)).indexOf(true) + limit - 1;
    const after = results.slice(last + 1).find(({ status }) => status !== undefined && status < 300);
    return after === undefined ? 'fine' : { expected: `nothing done after ${limit} error`, received: show(after.result) };
  },
});
