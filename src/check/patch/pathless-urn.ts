import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { entra, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, employee, patch } from '../messages.js';
import { notDoneOrMisread } from '../written.js';

/** SC2108 */
export const PATHLESS_URN = defineWriteCheck({
  id: 'SC2108',
  scope: 'value',
  title: 'Keys with a schema URN in a value without a path are extension attributes',
  impact: 'provisioning-lost',
  authorities: [
    entra('compliance'),
    says('7644', '3.10', 'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.'),
    field('F08'),
  ],
  clients: ['entra'],
  effect: 'With the flag aadOptscim062020 Entra changes departments and employee numbers this way: the values never arrive.',
  fix: 'Resolve "urn:…:User:department" to the attribute of the extension, split after the last colon, and create the extension if need be.',
  example: {
    request: patch('/Users/u1', { op: 'replace', value: { [`${ENTERPRISE_USER_URN}:department`]: 'Research' } }),
    given: { resource: employee({ department: 'Sales' }) },
    good: changed(employee({ department: 'Research' })),
    bad: changed(employee({ department: 'Sales' })),
  },
  exercises: (operation) => !operation.hasPath && (operation.text ?? '').startsWith('urn:'),
  explains: notDoneOrMisread,
});
