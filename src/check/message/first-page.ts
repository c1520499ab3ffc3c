import { getMember, isObject } from '../../scim/json.js';
import { field, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';

/** SC1403: startIndex=1 begins with the first resource. */
export const FIRST_PAGE = defineResponseCheck({
  id: 'SC1403',
  title: 'startIndex=1 begins with the first resource',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20'), field('F52')],
  clients: ['okta', 'rfc'],
  effect: 'Whoever asks for the first page is shown another: nobody is found, and everybody is created again.',
  effects: [{ client: 'okta', effect: 'Okta sends startIndex=1 with every look-up: nobody is found, and everybody is created again.' }],
  fix: 'Count from 1; a value below 1 means 1.',
  example: {
    request: get('/Users?startIndex=1&count=100'),
    good: ok(list([exampleUser()])),
    bad: ok(list([], { totalResults: 1 })),
  },
  judge({ request, response, hits }) {
    // Where nothing is to be found, the number itself is wrong.
    if (hits?.length === 0) return 'silent';
    if (!/[?&]startIndex=1(&|$)/.test(request.target) || !/[?&]count=[1-9]/.test(request.target) || !isObject(response.body))
      return 'silent';
    const total = getMember(response.body, 'totalResults');
    const resources = getMember(response.body, 'Resources');
    if (typeof total !== 'number' || total === 0 || !Array.isArray(resources)) return 'silent';
    if (resources.length === 0) return { expected: `the first of ${total} resources`, received: 'an empty page' };
    // A short page may be a cap of the server's; only a full one proves that nothing was passed over.
    return resources.length === total ? 'fine' : 'silent';
  },
});
