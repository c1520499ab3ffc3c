import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';

/** SC1107: itemsPerPage counts what is on the page. Microsoft's own sample gets it wrong, so Entra cannot mind; nor can the standard at /ResourceTypes, where its own example (RFC 7644 figure 9) has 10 with two. */
export const ITEMS_PER_PAGE = defineResponseCheck({
  id: 'SC1107',
  ofForm: true,
  title: 'itemsPerPage is the number of resources on the page',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.4.2', 'The number of resources returned in a list response page.'), okta('scim20'), field('F51')],
  clients: ALL.filter((client) => client !== 'entra'),
  effect: 'A client that counts by itemsPerPage skips people, or asks for ever.',
  effects: [{ client: 'okta', effect: "Okta's reviewers refuse an app that repeats the count that was asked for." }],
  fix: 'Set itemsPerPage to the number of entries in Resources: 0 for an empty page.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"', '&startIndex=1&count=100'),
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser()], { itemsPerPage: 100 })),
  },
  judge({ request, response }) {
    if (!isObject(response.body) || request.purpose === 'discover') return 'silent';
    const stated = getMember(response.body, 'itemsPerPage');
    const resources = getMember(response.body, 'Resources');
    if (typeof stated !== 'number' || !Array.isArray(resources)) return 'silent';
    if (stated === resources.length) return 'fine';
    return { expected: `"itemsPerPage": ${resources.length}`, received: `"itemsPerPage": ${stated} with ${resources.length} resources` };
  },
});
