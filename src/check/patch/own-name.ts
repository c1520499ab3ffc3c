import { plainText } from '../../base/plain-text.js';
import { foldedText } from '../../scim/folded-text.js';
import { getMember } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { nameAttributeOf, nameBroughtBy } from '../names.js';
import { refused } from '../written.js';

/** SC1242 */
export const OWN_NAME = defineWriteCheck({
  id: 'SC1242',
  scope: 'representation',
  title: 'Nobody is in conflict with themselves',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.12', 'One or more of the attribute values are already in use or are reserved.')],
  clients: ALL,
  effect: 'A name that is sent as it is, or in another letter case, ends in a conflict: the change that came with it is lost.',
  fix: 'Leave the resource itself out when you look for others of the same name.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'userName', value: 'Ada@example.com' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ userName: 'Ada@example.com' })),
    bad: refusal(409, 'The userName is taken.', 'uniqueness'),
    besides: [
      {
        request: patch('/Users/u1', { op: 'replace', path: 'userName', value: 'countess@example.com' }),
        good: changed(exampleUser({ userName: 'countess@example.com' })),
        bad: changed(exampleUser({ userName: 'countess@example.com' })),
      },
    ],
  },
  exercises: (operation, write) => {
    const own = getMember(write.before ?? {}, nameAttributeOf(write));
    return typeof own === 'string' && foldedText(plainText(nameBroughtBy(operation, write))) === foldedText(own);
  },
  // A name that changes would be taken as well.
  proves: () => false,
  explains: (difference, write) => refused(difference) && write.response.status === 409,
});
