import { readList } from '../../scim/read.js';
import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok, serviceProviderConfig } from '../messages.js';
import { parameterOf, promised } from '../resources.js';

/** SC1607: many targets leave the number at 0 where there is no limit, so 0 says nothing. */
export const MAX_RESULTS = defineResponseCheck({
  id: 'SC1607',
  title: 'No answer holds more resources than filter.maxResults says',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7643', '5', 'An integer value specifying the maximum number of resources returned in a response. REQUIRED.'),
    field('F77'),
  ],
  clients: ['rfc'],
  effect: 'Clients that size their pages by it read in smaller pieces than they could, or run out of room.',
  fix: 'Say in filter.maxResults how many resources an answer holds at most, and keep to it.',
  example: {
    request: get('/Users?count=2'),
    given: { config: serviceProviderConfig({ filter: { supported: true, maxResults: 1 } }) },
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser(), exampleUser({ id: 'u2', userName: 'grace@example.com' })])),
  },
  judge({ request, response, facts }) {
    const most = promised(facts.config, 'filter', 'maxResults');
    const list = request.resourceType === undefined || response.status !== 200 ? undefined : readList(response.body);
    // Whoever answers a negative count with everybody has misread that number.
    if (Number(parameterOf(request.target, 'count') ?? 1) < 0) return 'silent';
    if (list === undefined || typeof most !== 'number' || most < 1) return 'silent';
    if (list.resources.length <= most) return 'fine';
    return { expected: `at most ${most} resources, as filter.maxResults says`, received: `${list.resources.length} resources` };
  },
});
