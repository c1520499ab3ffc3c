import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroup, patch } from '../messages.js';
import { asked, onGroup, refused } from '../written.js';

/** SC2306 */
export const RENAME = defineWriteCheck({
  id: 'SC2306',
  scope: 'group',
  title: 'A group can be renamed',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('develop'),
    okta('scim20'),
    field('F29'),
  ],
  clients: ALL,
  effect: 'The group keeps its old name.',
  effects: [
    {
      client: 'okta',
      effect: 'The group keeps its old name; Okta repeats the rename before every change of members, so these fail as well.',
    },
  ],
  fix: 'Accept changes of displayName, with a path or without.',
  example: {
    request: patch('/Groups/g1', { op: 'replace', path: 'displayName', value: 'Research' }),
    given: { resource: exampleGroup() },
    good: changed(exampleGroup({ displayName: 'Research' })),
    bad: changed(exampleGroup()),
  },
  exercises: (operation, write) => onGroup(write) && operation.attribute === 'displayname',
  explains: (difference) => refused(difference) || (asked(difference) && !difference.path.startsWith('members')),
});
