import { entra, field, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { excerpt, find, get, list, ok, refusal } from '../messages.js';

/** Checks of paging that need more than one exchange, or a step of a scenario, to be seen. */
export const PAGING_STEPS = defineStepChecks([
  {
    id: 'SC1402',
    roots: ['SC2401', 'SC2402', 'SC2501', 'SC2703', 'SC1403', 'SC1401', 'SC1307'],
    title: 'Paging shows every resource exactly once',
    severityFor: { rfc: 'warning', entra: 'warning' },
    impact: 'provisioning-lost',
    authorities: [
      says('7644', '3.4.2.4', 'The 1-based index of the first query result.'),
      okta('scim20'),
      entra('discovery'),
      field('F52'),
    ],
    clients: ['okta', 'rfc', 'entra'],
    effect: 'An import misses people, or counts them twice.',
    effects: [{ client: 'entra', effect: "Entra's account discovery, a preview, misses people, or counts them twice." }],
    fix: 'Honour startIndex and count, in an order that stays the same from page to page.',
    example: {
      scenario: 'import/paging',
      client: 'rfc',
      request: get('/Users?startIndex=5&count=4'),
      good: excerpt(ok({ totalResults: 8, startIndex: 5 })),
      bad: ok(list([], { totalResults: 8, startIndex: 5 })),
    },
  },
  {
    id: 'SC1408',
    roots: ['SC1216', 'SC1301', 'SC1105', 'SC1108', 'SC1403'],
    title: 'Users and groups can be listed without a filter',
    severityFor: { rfc: 'warning', entra: 'warning' },
    impact: 'provisioning-lost',
    authorities: [
      okta('scim20'),
      entra('discovery'),
      says('7644', '3.12', 'The specified filter yields many more results than the server is willing to calculate or process.'),
    ],
    clients: ['okta', 'rfc', 'entra'],
    effect: 'An import finds nobody.',
    effects: [
      {
        client: 'entra',
        effect: "Entra's account discovery, a preview, finds nobody. Provisioning looks people up one by one, and is not concerned.",
      },
    ],
    fix: 'Answer a GET without a filter with pages of all there are.',
    example: {
      scenario: 'connection/test-connection',
      client: 'okta',
      request: get('/Users?startIndex=1&count=2', 'connect'),
      good: excerpt(ok({ startIndex: 1 })),
      bad: refusal(400, 'Users cannot be listed without a filter.', 'tooMany'),
    },
  },
  {
    id: 'SC1409',
    roots: ['SC1402', 'SC1401', 'SC1403', 'SC1106', 'SC1407', 'SC1404', 'SC1105', 'SC2601'],
    title: 'totalResults is the number of resources that the pages show',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      says('7644', '3.4.2', 'The total number of results returned by the list or query operation.'),
      okta('scim20'),
      entra('discovery'),
    ],
    clients: ['okta', 'rfc', 'entra'],
    effect:
      'A client that reads on until it has as many as are counted asks for pages with nobody on them, or takes the import for cut off.',
    fix: 'Count what the pages show: without those who are deleted, hidden or of another kind.',
    example: {
      scenario: 'import/paging',
      client: 'rfc',
      request: get('/Users?startIndex=1&count=100'),
      good: excerpt(ok({ totalResults: 8, startIndex: 1 })),
      bad: excerpt(ok({ totalResults: 9, startIndex: 1 })),
      besides: [
        {
          request: get('/Users?startIndex=9&count=100'),
          good: excerpt(ok({ totalResults: 8 })),
          bad: excerpt(ok({ totalResults: 9 })),
        },
      ],
    },
  },
  {
    id: 'SC1441',
    declinable: true,
    roots: ['SC1302', 'SC1301', 'SC1303', 'SC1401', 'SC1403', 'SC1407', 'SC1311', 'SC1107', 'SC1106', 'SC1404', 'SC1405', 'SC1406'],
    title: 'Totals and pages count what the filter finds',
    needs: 'filter',
    impact: 'noise',
    authorities: [
      says('7644', '3.4.2.4', 'Specifies the total number of results matching the client query, e.g., 1000.'),
      says('7644', '3.4.2.4', 'A value of "0" indicates that no resource results are to be returned except for "totalResults".'),
    ],
    clients: ['rfc'],
    effect: 'Clients that page through what a filter finds never come to its end, or stop before it.',
    fix: 'Count what matches the filter; cut the page out of that, by the same rules as without a filter.',
    example: {
      scenario: 'rfc/paging-filtered',
      request: find('/Users', 'userName eq "ada@example.com"', '&count=0'),
      good: ok(list([], { totalResults: 1 })),
      bad: ok(list([], { totalResults: 0 })),
    },
  },
]);
