import { field, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroup, patch, refusal } from '../messages.js';
import { isOfForm, refused } from '../written.js';

/** SC2307 */
export const READ_ONLY_ID = defineWriteCheck({
  id: 'SC2307',
  scope: 'group',
  title: 'The id of the resource itself may stand in the value of a PATCH',
  impact: 'provisioning-lost',
  authorities: [okta('scim20'), field('F27')],
  clients: ['okta'],
  effect: 'Okta renames with {"id": …, "displayName": …}: a server that refuses the id refuses every change of the group.',
  fix: 'Ignore read-only attributes whose value is the one that the resource has.',
  example: {
    request: patch('/Groups/g1', { op: 'replace', value: { id: 'g1', displayName: 'Research' } }),
    given: { resource: exampleGroup() },
    good: changed(exampleGroup({ displayName: 'Research' })),
    bad: refusal(400, 'id is read-only.', 'mutability'),
  },
  exercises: (operation) => operation.attribute === 'id',
  explains: (difference, write) => refused(difference) && isOfForm(write.response.status),
});
