import { entra, field, must, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { excerpt, get, list, ok, refusal } from '../messages.js';

/** Checks of paging that need more than one exchange, or a step of a scenario, to be seen. */
export const PAGING_STEPS = defineStepChecks([
  {
    id: 'SC1402',
    roots: ['SC2401', 'SC2402', 'SC2501', 'SC1403', 'SC1401'],
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
    effect: "An import misses people, or counts them twice; so does Entra's account discovery, a preview.",
    fix: 'Honour startIndex and count, in an order that stays the same from page to page.',
    scene: {
      scenario: 'import/paging',
      client: 'rfc',
      request: get('/Users?startIndex=5&count=4'),
      good: excerpt(ok({ totalResults: 8, startIndex: 5 })),
      bad: ok(list([], { totalResults: 8, startIndex: 5 })),
    },
  },
  {
    id: 'SC1405',
    title: 'A startIndex below 1 means 1, a negative count means 0',
    impact: 'noise',
    authorities: [
      must('7644', '3.4.2.4', 'A value less than 1 SHALL be interpreted as 1.'),
      must('7644', '3.4.2.4', 'A negative value SHALL be interpreted as "0".'),
    ],
    clients: ['rfc'],
    effect: 'Clients that count from 0 get an error in place of the first page.',
    fix: 'Take numbers that are too small for the smallest that make sense.',
    scene: {
      scenario: 'rfc/paging',
      request: get('/Users?startIndex=1&count=-1'),
      good: ok(list([], { totalResults: 7 })),
      bad: refusal(400, 'count must not be negative.', 'invalidValue'),
    },
  },
]);
