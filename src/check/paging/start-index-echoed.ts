import { getMember, isObject } from '../../scim/json.js';
import { must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok, without } from '../messages.js';
import { show } from '../show.js';
import { pageAsked } from './page-asked.js';

/** SC1406: a part of a result says which part it is. */
export const START_INDEX_ECHOED = defineResponseCheck({
  id: 'SC1406',
  on: { methods: ['GET'], purposes: ['raw'] },
  roots: ['SC1403', 'SC1402', 'SC1401', 'SC1106', 'SC1105', 'SC1404', 'SC1408'],
  title: 'A page says where it begins',
  severityFor: { okta: 'warning' },
  impact: 'noise',
  authorities: [must('7644', '3.4.2', 'REQUIRED when partial results are returned due to pagination.'), okta('test')],
  clients: ['okta', 'rfc'],
  effect: 'A client cannot tell that its startIndex was understood.',
  effects: [
    { client: 'okta', effect: "A client cannot tell that its startIndex was understood; Okta's SPEC test looks at the number." },
    { client: 'entra', effect: "A client cannot tell that its startIndex was understood; Entra's gallery tests look at the number." },
  ],
  fix: 'Return "startIndex" with the index of the first resource of the page.',
  example: {
    request: get('/Users?startIndex=1&count=1', 'raw'),
    good: ok(list([exampleUser()], { totalResults: 2 })),
    bad: ok(without(list([exampleUser()], { totalResults: 2 }), 'startIndex')),
  },
  judge(observation) {
    const page = pageAsked(observation);
    if (page === undefined || !isObject(observation.response.body)) return 'silent';
    // The whole result is no part of it.
    if (page.resources.length === 0 || page.resources.length >= page.total) return 'silent';
    const stated = getMember(observation.response.body, 'startIndex');
    // What is asked for below 1 means 1.
    const begins = Math.max(1, page.start);
    return stated === begins ? 'fine' : { expected: `"startIndex": ${begins}`, received: `"startIndex": ${show(stated)}` };
  },
});
