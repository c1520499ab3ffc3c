import { getMember, isObject } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { bulkIn, isFailure, resultsIn } from './answered.js';
import { bulk, creation, done, failed, GIVEN, made } from './example.js';

/** SC1907: without a limit to errors */
export const BULK_GOES_ON = defineResponseCheck({
  id: 'SC1907',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901'],
  title: 'An error does not stop the other operations',
  needs: 'bulk',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.7', 'The service provider MUST continue performing as many changes as possible and disregard partial failures.'),
  ],
  clients: ['rfc'],
  effect: 'One person whose name is taken keeps everybody behind them from being provisioned.',
  fix: 'Go on after an error, and return a result for every operation.',
  example: {
    given: GIVEN,
    request: bulk([creation('again'), creation('new')]),
    good: done(failed('again'), made('new')),
    bad: done(failed('again')),
  },
  judge(observation) {
    const { results } = bulkIn(observation) ?? {};
    const limit = isObject(observation.request.body) ? getMember(observation.request.body, 'failOnErrors') : undefined;
    if (results === undefined || limit !== undefined || !resultsIn(observation).some(isFailure)) return 'silent';
    const without = results.filter(({ result }) => result === undefined);
    if (without.length === 0) return 'fine';
    return { expected: `${results.length} results`, received: `none for ${without.length} of them: ${show(observation.response.body)}` };
  },
});
