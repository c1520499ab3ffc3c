import { ALL, field, should } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { isCreate, isOfNameTaken, refused } from '../written.js';

/** SC1212 */
export const CREATE_AGAIN = defineWriteCheck({
  id: 'SC1212',
  scope: 'write',
  decisive: true,
  roots: ['SC2601', 'SC2603', 'SC1224'],
  title: 'The name of a deleted user or group can be used again',
  severity: 'warning',
  severityFor: { entra: 'error', okta: 'error' },
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.6', 'the service provider SHOULD NOT consider the deleted resource in conflict calculation.'),
    field('F18'),
  ],
  clients: ALL,
  effect: 'A person who returns, or a group that is pushed again, after the deletion meets a conflict that no client can resolve.',
  fix: 'Leave deleted resources out when looking for a conflict.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    given: { again: true },
    good: changed(exampleUser(), 201),
    bad: refusal(409, 'The userName is taken.', 'uniqueness'),
  },
  exercises: (operation, write) => isCreate(operation) && write.again === true,
  explains: (difference, write) => refused(difference) && isOfNameTaken(write.response.status),
});
