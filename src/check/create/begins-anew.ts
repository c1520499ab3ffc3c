import { valueAt } from '../../scim/resource.js';
import { ALL, must } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';
import { show } from '../show.js';
import { isCreate } from '../written.js';

/** SC1241: something of the deleted resource is back; what is missing is another matter. */
export const BEGINS_ANEW = defineWriteCheck({
  id: 'SC1241',
  scope: 'target',
  // What was not deleted is still there.
  roots: ['SC2601', 'SC2603', 'SC1003'],
  title: 'What takes the name of something deleted begins anew',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.6', 'MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.'),
  ],
  clients: ALL,
  effect: 'Whoever gets the name of somebody who has left gets the access, too, or the lock: old members, groups or values are back.',
  fix: 'Make a new record for every create; nothing of a deleted one may come back with its name.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    given: { again: true, former: exampleUser({ id: 'u0', title: 'Countess' }) },
    good: changed(exampleUser(), 201),
    bad: changed(exampleUser({ active: false }), 201),
  },
  exercises: (operation, write) => isCreate(operation) && write.again === true,
  explains: (difference, write) => BACK.has(difference.kind) && isOfFormer(difference, write),
});

const BACK: ReadonlySet<Difference['kind']> = new Set(['changed', 'kept', 'extra', 'duplicate']);

/** What is there now is what the deleted resource had; that it is locked as if it were deleted needs no likeness. */
function isOfFormer({ kind, path, received }: Difference, { former }: ObservedWrite): boolean {
  if (path === 'active') return true;
  const held = former === undefined ? undefined : valueAt(former, path.replace(/^members\[.*\]$/, 'members'));
  if (path.startsWith('members[')) return JSON.stringify(held ?? '').includes(path.slice('members['.length, -1));
  // Beside the new value of a list, the old one may stand as well.
  return typeof held === 'string' && (received.endsWith(show(held)) || (kind === 'duplicate' && received.includes(show(held))));
}
