import { entra, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { isCreate, refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2806: a client of the standard names the version where the target has versions. */
export const VERSION_DEMANDED = defineWriteCheck({
  id: 'SC2806',
  scope: 'representation',
  decisive: true,
  title: 'A write is accepted without If-Match',
  impact: 'access-kept',
  authorities: [
    says('7644', '3.14', 'the client MAY supply an If-Match header (Section 3.1 of [RFC7232]) for PUT and PATCH operations'),
    entra('develop'),
    okta('scim20'),
  ],
  clients: ['entra', 'okta'],
  effect: 'The client never sends If-Match: nobody is updated, disabled or deleted, and leavers keep their access.',
  effects: [
    {
      type: 'Group',
      effect: 'The client never sends If-Match: groups are not renamed, changed or deleted, and whoever leaves one keeps its access.',
    },
  ],
  fix: 'Treat a write without If-Match as one of whatever version is there.',
  fixSuits: [409, 412, 428],
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(428, 'If-Match is required.'),
  },
  exercises: (operation) => !isCreate(operation),
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'version',
});
