import { parsePath } from '../../scim/path.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, list, ok } from '../messages.js';
import { show } from '../show.js';
import { isInOrder, sortedIn } from './sorted.js';

const ONE = exampleUser({ userName: 'sort-a@example.com' });
const TWO = exampleUser({ id: 'u2', userName: 'Sort-B@example.com' });

/** SC1702: where the target's own schema gives the attribute a letter case that counts, nothing is said. */
export const SORT_LETTER_CASE = defineResponseCheck({
  id: 'SC1702',
  on: { methods: ['GET'] },
  roots: ['SC1701'],
  title: 'Sorting passes over letter case where the schema does',
  severity: 'warning',
  needs: 'sort',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.4.2.3',
      '"sortOrder" MUST sort according to the attribute type; i.e., for case-insensitive attributes, sort the result using case-insensitive Unicode alphabetic sort order with no specific locale implied',
    ),
  ],
  clients: ['rfc'],
  effect: 'Names that begin with a capital stand before all others: a client that stops early misses people.',
  fix: 'Sort by the lower-case form of every attribute whose "caseExact" is false.',
  example: {
    request: get('/Users?filter=userName%20sw%20%22sort-%22&sortBy=userName'),
    good: ok(list([ONE, TWO])),
    bad: ok(list([TWO, ONE])),
  },
  judge(observation) {
    const sorted = sortedIn(observation);
    if (sorted === undefined || sorted.values.every((value) => value === value?.toLowerCase())) return 'silent';
    const { schemas } = observation.facts;
    const path = parsePath(sorted.sortBy, schemas.urns);
    if (!path.ok || schemas.find(path.value, observation.request.resourceType ?? 'User')?.caseExact !== false) return 'silent';
    if (isInOrder(sorted, (left, right) => left.toLowerCase() < right.toLowerCase())) return 'fine';
    return {
      expected: `${sorted.sortBy} ${sorted.order}, whatever the letter case`,
      received: show(sorted.values.map((value) => value ?? null)),
    };
  },
});
