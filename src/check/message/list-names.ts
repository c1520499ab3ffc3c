import { isObject } from '../../scim/json.js';
import { field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok, without } from '../messages.js';

const NAMES = ['Resources', 'totalResults', 'startIndex', 'itemsPerPage', 'schemas'];

/** SC1147 */
export const LIST_NAMES = defineResponseCheck({
  id: 'SC1147',
  ofForm: true,
  title: 'The members of a ListResponse are named as in the standard, letter case included',
  // RFC 7643 §2.1 lets names differ in case. That Entra or Okta minds is not known; another client was seen to.
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.4.2', 'A multi-valued list of complex objects containing the requested resources.'), field('F129')],
  clients: ['entra', 'okta'],
  effect: 'A client that knows only "Resources" finds nobody in such a list, and creates everybody once more.',
  fix: 'Name the members Resources, totalResults, startIndex and itemsPerPage.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    good: ok(list([exampleUser()])),
    bad: ok({ ...without(list([exampleUser()]), 'Resources'), resources: [exampleUser()] }),
  },
  judge({ response }) {
    if (response.status !== 200 || !isObject(response.body)) return 'silent';
    const names = Object.keys(response.body);
    if (!names.some((name) => name.toLowerCase() === 'totalresults')) return 'silent';
    const other = names.find((name) => !NAMES.includes(name) && NAMES.some((known) => known.toLowerCase() === name.toLowerCase()));
    return other === undefined
      ? 'fine'
      : { expected: `"${NAMES.find((known) => known.toLowerCase() === other.toLowerCase())}"`, received: `"${other}"` };
  },
});
