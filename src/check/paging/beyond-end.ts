import { okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { pageAsked } from './page-asked.js';

/** SC1404: behind the last resource there is nothing. */
export const BEYOND_END = defineResponseCheck({
  id: 'SC1404',
  on: { methods: ['GET'], purposes: ['raw'] },
  roots: ['SC1401', 'SC1402', 'SC1403', 'SC1105', 'SC1104', 'SC1408'],
  title: 'A page behind the last one is empty',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20')],
  clients: ['okta', 'rfc'],
  effect: 'An import that stops at an empty page never stops, and counts people twice.',
  fix: 'Answer 200 with "Resources": [] and the same totalResults when startIndex lies behind the end.',
  example: {
    request: get('/Users?startIndex=11&count=10', 'raw'),
    good: ok(list([], { totalResults: 1, startIndex: 11 })),
    bad: ok(list([exampleUser()])),
  },
  judge(observation) {
    const page = pageAsked(observation);
    if (page === undefined || page.total === 0 || page.start <= page.total) return 'silent';
    return page.resources.length === 0
      ? 'fine'
      : { expected: `no resources from ${page.start} on, of ${page.total}`, received: `${page.resources.length} resources` };
  },
});
