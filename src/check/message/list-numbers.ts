import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { show } from '../show.js';

/** SC1106: totalResults, startIndex and itemsPerPage are integers when they are there. */
export const LIST_NUMBERS = defineResponseCheck({
  id: 'SC1106',
  title: 'The numbers of a ListResponse are JSON integers',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.4.2.4', 'Non-negative integer. Specifies the total number of results matching the client query'),
    okta('scim20'),
    field('F52'),
  ],
  clients: ALL,
  effect: 'Clients that are strict about types stop when a number arrives as text.',
  effects: [{ client: 'okta', effect: 'Okta stops after the look-up with an empty failure message when a number arrives as text.' }],
  fix: 'Send totalResults, startIndex and itemsPerPage as numbers, not as strings.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser()], { totalResults: '1' })),
  },
  judge({ response }) {
    if (!isObject(response.body) || getMember(response.body, 'totalResults') === undefined) return 'silent';
    for (const name of ['totalResults', 'startIndex', 'itemsPerPage']) {
      const value = getMember(response.body, name);
      const wrong = value !== undefined && !(typeof value === 'number' && Number.isInteger(value));
      if (wrong) return { expected: `"${name}" as an integer`, received: `"${name}": ${show(value)}`, subject: name };
    }
    return 'fine';
  },
});
