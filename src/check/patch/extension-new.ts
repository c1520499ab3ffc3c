import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, employee, exampleUser, patch, refusal } from '../messages.js';
import { notDoneOrRefused } from '../written.js';

/** SC2110 */
export const EXTENSION_NEW = defineWriteCheck({
  id: 'SC2110',
  scope: 'value',
  title: 'An extension that the resource does not have yet is created by a PATCH',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Clients MAY implicitly modify the "schemas" attribute by adding (or replacing) an attribute with its fully qualified name, including schema URN.',
    ),
    field('F45'),
  ],
  clients: ALL,
  effect: 'The first department of a person who had none fails.',
  fix: 'Create the extension object and add its URN to "schemas".',
  example: {
    request: patch('/Users/u1', { op: 'Add', path: `${ENTERPRISE_USER_URN}:department`, value: 'Research' }),
    given: { resource: exampleUser() },
    good: changed(employee({ department: 'Research' })),
    bad: refusal(500, 'cannot read department of undefined'),
  },
  exercises: (operation) => operation.newExtension && operation.kind !== 'remove',
  explains: notDoneOrRefused,
});
