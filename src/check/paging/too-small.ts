import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, refusal } from '../messages.js';
import { parameterOf } from '../resources.js';
import { showResponse } from '../show.js';
import { pageAsked } from './page-asked.js';

/** SC1405 */
export const TOO_SMALL = defineResponseCheck({
  id: 'SC1405',
  on: { methods: ['GET'], purposes: ['raw'] },
  roots: ['SC1126', 'SC1403', 'SC1401', 'SC1104', 'SC1408'],
  title: 'A startIndex below 1 means 1, a negative count means 0',
  impact: 'noise',
  authorities: [
    must('7644', '3.4.2.4', 'A value less than 1 SHALL be interpreted as 1.'),
    must('7644', '3.4.2.4', 'A negative value SHALL be interpreted as "0".'),
  ],
  clients: ['rfc'],
  effect: 'Clients that count from 0 get an error or an empty page in place of the first one.',
  fix: 'Take numbers that are too small for the smallest that make sense.',
  example: {
    request: get('/Users?startIndex=1&count=-1', 'raw'),
    good: ok(list([], { totalResults: 7 })),
    bad: refusal(400, 'count must not be negative.', 'invalidValue'),
  },
  judge(observation) {
    const { request, response } = observation;
    const start = Number(parameterOf(request.target, 'startIndex') ?? 1);
    const count = Number(parameterOf(request.target, 'count') ?? 1);
    if (!(start < 1 || count < 0)) return 'silent';
    if (response.status === 400 || response.status >= 500) return { expected: 'status 200', received: showResponse(response) };
    const page = pageAsked(observation);
    if (page === undefined) return 'silent';
    if (count < 0 && page.resources.length > 0)
      return { expected: 'no resources, as for count=0', received: `${page.resources.length} resources`, subject: 'full' };
    const isEmpty = count > 0 && page.total > 0 && page.resources.length === 0;
    return isEmpty ? { expected: `the first of ${page.total} resources`, received: 'an empty page', subject: 'empty' } : 'fine';
  },
});
