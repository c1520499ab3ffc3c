import { getMember, isObject } from '../../scim/json.js';
import { ALL, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';

/** SC1401: a page has at most `count` resources. */
export const TOO_MANY = defineResponseCheck({
  id: 'SC1401',
  roots: ['SC1408'],
  title: 'A page has no more resources than were asked for',
  severity: 'warning',
  severityFor: { okta: 'error' },
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.4.2.4', 'the service provider MUST NOT return more results than specified, although it MAY return fewer results.'),
  ],
  clients: ALL.filter((client) => client !== 'entra'),
  effect: "An import of a large directory arrives in one answer and runs into the client's time-out.",
  fix: 'Honour count and startIndex on every list.',
  example: {
    request: get('/Users?startIndex=1&count=1'),
    good: ok(list([exampleUser()], { totalResults: 2 })),
    bad: ok(list([exampleUser(), exampleUser({ id: 'u2', userName: 'grace@example.com' })])),
  },
  judge({ request, response }) {
    const count = /[?&]count=(\d+)/.exec(request.target)?.[1];
    // Lists of a vendor's own, such as entitlements, keep no import waiting: SC1608 is about them.
    if (count === undefined || !isObject(response.body) || !/^\/(Users|Groups)?(\/\.search)?\?/i.test(request.target)) return 'silent';
    const resources = getMember(response.body, 'Resources');
    if (!Array.isArray(resources)) return 'silent';
    return resources.length <= Number(count)
      ? 'fine'
      : { expected: `at most ${count} resources`, received: `${resources.length} resources` };
  },
});
