import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, same } from '../messages.js';
import { notDoneOrMisread, patched } from '../written.js';

/** SC2106 */
export const PATHLESS = defineWriteCheck({
  id: 'SC2106',
  scope: 'pathless',
  title: 'A replace without a path applies each member of its value',
  impact: 'access-kept',
  authorities: [
    says('7644', '3.5.2.3', 'If the "path" parameter is omitted, the target is assumed to be the resource itself.'),
    okta('scim20'),
    entra('compliance'),
    field('F05'),
  ],
  clients: ALL,
  effect: 'Changes without a path do not arrive.',
  effects: [
    {
      client: 'okta',
      type: 'Group',
      effect: 'Okta renames a group without a path, and repeats that before every change of its members: the group stays as it is.',
    },
    { client: 'okta', effect: 'Okta deactivates with {"op":"replace","value":{"active":false}}: the leaver keeps the access.' },
    { client: 'entra', effect: 'With the flag aadOptscim062020 Entra writes without a path: these changes never arrive.' },
  ],
  fix: 'Treat each member of "value" as an operation on its own path.',
  example: {
    request: patch('/Users/u1', { op: 'replace', value: { nickName: 'Countess', title: 'Director' } }),
    given: { resource: exampleUser({ nickName: 'Ada', title: 'Engineer' }) },
    good: changed(exampleUser({ nickName: 'Countess', title: 'Director' })),
    bad: changed(exampleUser({ nickName: 'Countess', title: 'Engineer' })),
    besides: [
      same(
        patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
        changed(exampleUser({ nickName: 'Ada', title: 'Director' })),
      ),
    ],
  },
  exercises: (operation) => patched(operation) && !operation.hasPath,
  // A server that reads the first member alone carries that one out.
  proves: (operation, write) => write.operations.findIndex((each) => !each.hasPath) < write.operations.indexOf(operation),
  explains: notDoneOrMisread,
});
