import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { show } from '../show.js';
import { sortedIn } from './sorted.js';

const ONE = exampleUser({ userName: 'sort-a@example.com', title: 'Engineer' });
const TWO = exampleUser({ id: 'u2', userName: 'sort-b@example.com' });

/** SC1703 */
export const SORT_NO_VALUE = defineResponseCheck({
  id: 'SC1703',
  on: { methods: ['GET'] },
  roots: ['SC1701'],
  title: 'Resources without a value come last, or first when the order is descending',
  severity: 'warning',
  needs: 'sort',
  impact: 'noise',
  authorities: [
    says(
      '7644',
      '3.4.2.3',
      'if there is no data for the specified "sortBy" value, they are sorted via the "sortOrder" parameter, i.e., they are ordered last if ascending and first if descending.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that reads the first page finds it full of people without the value.',
  fix: 'Sort as if no value were greater than every value.',
  example: {
    request: get('/Users?filter=userName%20sw%20%22sort-%22&sortBy=title'),
    good: ok(list([ONE, TWO])),
    bad: ok(list([TWO, ONE])),
  },
  judge(observation) {
    const sorted = sortedIn(observation);
    if (sorted === undefined) return 'silent';
    const empty = sorted.values.map((value) => value === undefined);
    if (!empty.includes(true) || !empty.includes(false)) return 'silent';
    const last =
      sorted.order === 'ascending' ? empty.lastIndexOf(false) < empty.indexOf(true) : empty.lastIndexOf(true) < empty.indexOf(false);
    if (last) return 'fine';
    return {
      expected: `those without ${sorted.sortBy} ${sorted.order === 'ascending' ? 'last' : 'first'}`,
      received: show(sorted.values.map((value) => value ?? null)),
    };
  },
});
