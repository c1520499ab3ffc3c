import { ALL, says } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { ada, changed, patch, refusal } from '../messages.js';
import { asked, refused } from '../written.js';
import { addsEntries } from './add-keeps-values.js';

/** SC2133 */
export const ADD_TO_LIST: WriteCheck = {
  kind: 'write',
  id: 'SC2133',
  title: 'Values can be added to a list',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
  ],
  clients: ALL,
  effect: 'A second address, phone number or role never arrives.',
  fix: 'Support "add" with a path that names a multi-valued attribute and a list as its value.',
  example: {
    request: patch('/Users/u1', { op: 'add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '+44 2' }] }),
    given: { resource: ada({ phoneNumbers: [{ type: 'work', value: '+44 1' }] }) },
    good: changed(
      ada({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 2' },
        ],
      }),
    ),
    bad: refusal(400, 'phoneNumbers cannot be added to.', 'invalidPath'),
  },
  exercises: addsEntries,
  explains: (trouble) => refused(trouble) || (asked(trouble) && trouble.kind === 'missing'),
};
