import { getMember } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { show } from '../show.js';
import { isFailure, resultsIn } from './answered.js';
import { bulk, creation, done, GIVEN, made } from './example.js';

/** SC1903 */
export const BULK_LOCATION = defineResponseCheck({
  id: 'SC1903',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  roots: ['SC1901', 'SC1203'],
  title: 'Each operation but a refused creation has a location',
  needs: 'bulk',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.7.3',
      'A "location" attribute that includes the resource\'s endpoint MUST be returned for all operations except for failed POST operations (which have no location).',
    ),
  ],
  clients: ['rfc'],
  effect: 'The client does not learn the ids of what it has created, and cannot change it any more.',
  fix: 'Put the URL of the resource into the result of every operation.',
  example: {
    given: GIVEN,
    request: bulk([creation('new')]),
    good: done(made('new')),
    bad: done({ method: 'POST', bulkId: 'new', status: '201' }),
  },
  judge(observation) {
    const results = resultsIn(observation).filter((each) => each.operation.method !== 'POST' || !isFailure(each));
    if (results.length === 0) return 'silent';
    const lacking = results.find(({ result }) => typeof getMember(result, 'location') !== 'string');
    return lacking === undefined ? 'fine' : { expected: 'a location', received: show(lacking.result) };
  },
});
