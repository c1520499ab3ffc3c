import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { show } from '../show.js';
import { isInOrder, sortedIn } from './sorted.js';

const TARGET = '/Users?filter=userName%20sw%20%22sort-%22&sortBy=userName&sortOrder=descending';
const ONE = exampleUser({ userName: 'sort-a@example.com' });
const TWO = exampleUser({ id: 'u2', userName: 'sort-b@example.com' });

/** SC1701 */
export const SORT_ORDER = defineResponseCheck({
  id: 'SC1701',
  on: { methods: ['GET'] },
  title: 'sortBy and sortOrder put the answer in order',
  needs: 'sort',
  impact: 'data-damaged',
  authorities: [
    must('7644', '3.4.2.3', 'The "sortBy" parameter specifies the attribute whose value SHALL be used to order the returned responses.'),
    must('7644', '3.4.2.3', 'If a value for "sortBy" is provided and no "sortOrder" is specified, "sortOrder" SHALL default to ascending.'),
  ],
  clients: ['rfc'],
  effect: 'A client that stops reading once it is past a name misses people.',
  fix: 'Sort the whole result before a page is cut out of it, or say "sort": {"supported": false}.',
  example: { request: get(TARGET), good: ok(list([TWO, ONE])), bad: ok(list([ONE, TWO])) },
  judge(observation) {
    const sorted = sortedIn(observation);
    if (sorted === undefined) return 'silent';
    // Values whose order is the same whichever way letter case counts.
    const { sortBy, order, isDefault, values } = sorted;
    if (isInOrder(sorted, (left, right) => left < right && left.toLowerCase() < right.toLowerCase())) return 'fine';
    return {
      expected: `${sortBy} ${order}${isDefault ? ', which is the default' : ''}`,
      received: show(values.map((value) => value ?? null)),
      subject: `${sortBy.toLowerCase()} ${isDefault ? 'default' : order}`,
    };
  },
});
