import { ALL, entra, says } from '../authority.js';
import { checkOfRule } from '../constraint/check-of-rule.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleGroup, post, refusal } from '../messages.js';
import { isCreate, onGroup, refused } from '../written.js';

/** SC2318 */
export const CREATED_EMPTY = defineWriteCheck({
  id: 'SC2318',
  scope: 'representation',
  decisive: true,
  title: 'A group can be created without members',
  impact: 'provisioning-lost',
  authorities: [says('7643', '4.2', 'A list of members of the Group.'), entra('develop')],
  clients: ALL,
  effect: 'Groups whose members come later, or that have none yet, are not provisioned.',
  effects: [{ client: 'entra', effect: 'Entra creates every group empty and adds the members afterwards: no group is provisioned.' }],
  fix: 'Accept a new group with an empty list of members, and one without the list.',
  example: {
    request: post('/Groups', { ...asSent(exampleGroup()), members: [] }),
    good: changed(exampleGroup(), 201),
    bad: refusal(400, 'members must not be empty.', 'invalidValue'),
  },
  exercises: (operation, write) => isCreate(operation) && onGroup(write),
  explains: (difference, write) => refused(difference) && checkOfRule(write) === 'SC2318',
});
