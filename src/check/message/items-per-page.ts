import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, must, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';

/** SC1107: itemsPerPage counts what is on the page. Microsoft's own sample gets it wrong, so Entra cannot mind. */
export const ITEMS_PER_PAGE: ResponseCheck = {
  kind: 'response',
  id: 'SC1107',
  title: 'itemsPerPage is the number of resources on the page',
  severity: 'warning',
  impact: 'noise',
  authorities: [must('7644', '3.4.2', 'The number of resources returned in a list response page.'), okta('scim20'), field('F51')],
  clients: ALL.filter((client) => client !== 'entra'),
  effect: "Okta's reviewers refuse an app that repeats the count that was asked for.",
  fix: 'Set itemsPerPage to the number of entries in Resources: 0 for an empty page.',
  good: '> GET /Users?filter=userName%20eq%20%22alan.turing%40example.com%22&startIndex=1&count=100\n< "itemsPerPage": 0',
  bad: '> GET /Users?filter=userName%20eq%20%22alan.turing%40example.com%22&startIndex=1&count=100\n< "itemsPerPage": 100 with 0 resources',
  judge({ response }) {
    if (!isObject(response.body)) return 'silent';
    const stated = getMember(response.body, 'itemsPerPage');
    const resources = getMember(response.body, 'Resources');
    if (typeof stated !== 'number' || !Array.isArray(resources)) return 'silent';
    if (stated === resources.length) return 'fine';
    return { expected: `"itemsPerPage": ${resources.length}`, received: `"itemsPerPage": ${stated} with ${resources.length} resources` };
  },
};
