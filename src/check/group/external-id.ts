import { entra, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroup, patch, refusal } from '../messages.js';
import { asked, onGroup, refused } from '../written.js';

/** SC2321 */
export const GROUP_EXTERNAL_ID = defineWriteCheck({
  id: 'SC2321',
  scope: 'group',
  title: 'The externalId of a group can be written later',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('develop'),
    field('F36'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'A group that is there cannot be linked.',
  effects: [
    { client: 'entra', effect: 'Entra links a group that is there by writing its externalId; refused, the group is never provisioned.' },
  ],
  fix: 'Accept add and replace of externalId on groups.',
  example: {
    request: patch('/Groups/g1', { op: 'add', path: 'externalId', value: 'e-1' }),
    given: { resource: exampleGroup() },
    good: changed(exampleGroup({ externalId: 'e-1' })),
    bad: refusal(400, 'externalId is not supported on groups.', 'invalidPath'),
  },
  exercises: (operation, write) => onGroup(write) && operation.attribute === 'externalid',
  explains: (difference) => refused(difference) || asked(difference),
});
