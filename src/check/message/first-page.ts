import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { endpointOf } from '../endpoint.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { parameterOf } from '../resources.js';

/** SC1403 */
export const FIRST_PAGE = defineResponseCheck({
  id: 'SC1403',
  title: 'The first page begins with the first resource',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20'), field('F52')],
  clients: ALL,
  effect: 'Whoever asks for the first page is shown another: nobody is found, and everybody is created again.',
  effects: [{ client: 'okta', effect: 'Okta sends startIndex=1 with every look-up: nobody is found, and everybody is created again.' }],
  fix: 'Count from 1, also where no startIndex is sent; a value below 1 means 1.',
  example: {
    request: get('/Users?startIndex=1&count=100'),
    good: ok(list([exampleUser()])),
    bad: ok(list([], { totalResults: 1 })),
  },
  judge({ request, response, hits }) {
    // Where nothing is to be found, the number itself is wrong; where nobody knows, it may be.
    if (hits?.length === 0 || (hits === undefined && isSearchWithoutStart(request.target))) return 'silent';
    if (request.method !== 'GET' || !asksForFirstPage(request.target) || !isObject(response.body)) return 'silent';
    const total = getMember(response.body, 'totalResults');
    const resources = getMember(response.body, 'Resources');
    if (typeof total !== 'number' || total === 0 || !Array.isArray(resources)) return 'silent';
    if (resources.length === 0) return { expected: `the first of ${total} resources`, received: 'an empty page' };
    // A short page may be a cap of the server's; only a full one proves that nothing was passed over.
    return resources.length === total ? 'fine' : 'silent';
  },
});

/** Where no startIndex is sent it is 1, and where no count is sent the target shows some (RFC 7644 §3.4.2.4, table 6). */
function asksForFirstPage(target: string): boolean {
  const [start, count] = [parameterOf(target, 'startIndex'), parameterOf(target, 'count')];
  if (count !== undefined && !/^[1-9]/.test(count)) return false;
  return start === '1' || (start === undefined && ['users', 'groups'].includes(endpointOf(target) ?? ''));
}

function isSearchWithoutStart(target: string): boolean {
  return parameterOf(target, 'filter') !== undefined && parameterOf(target, 'startIndex') === undefined;
}
