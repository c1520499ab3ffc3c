import { getMember, isObject } from '../../scim/json.js';
import { ALL, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';

/** SC1407 */
export const TOTAL_COVERS_PAGE = defineResponseCheck({
  id: 'SC1407',
  on: { endpoints: ['users', 'groups'] },
  title: 'totalResults is not less than what the page shows',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2', 'The total number of results returned by the list or query operation.'), okta('scim20')],
  clients: ALL,
  effect: 'A client that looks at the total takes a person who is there for one who is not, and creates a second one.',
  fix: 'Count what the query finds, and put that number into totalResults: it is the same on every page.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"', '&startIndex=1&count=100'),
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser()], { totalResults: 0 })),
  },
  judge({ response }) {
    if (response.status !== 200 || !isObject(response.body)) return 'silent';
    const total = getMember(response.body, 'totalResults');
    const resources = getMember(response.body, 'Resources');
    if (typeof total !== 'number' || !Array.isArray(resources) || resources.length === 0) return 'silent';
    if (total >= resources.length) return 'fine';
    const expected = `"totalResults": ${resources.length} or more`;
    return { expected, received: `"totalResults": ${total} with ${resources.length} resources`, subject: 'total' };
  },
});
