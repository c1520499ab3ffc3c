import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { ALL, entra, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, employee, patch } from '../messages.js';
import { notDoneOrRefused } from '../written.js';

/** SC2109 */
export const EXTENSION_PATH = defineWriteCheck({
  id: 'SC2109',
  scope: 'target',
  title: 'A path with a schema URN reaches the extension attribute',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.10', 'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.'),
    entra('develop'),
    field('F09'),
  ],
  clients: ALL,
  effect: 'Departments, managers and all custom attributes are lost; servers that split at the dot of "2.0" store them under a wrong name.',
  fix: 'Match the known schema URNs as a prefix first, then ":" and the attribute, then "." and the sub-attribute.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: `${ENTERPRISE_USER_URN}:department`, value: 'Research' }),
    given: { resource: employee({ department: 'Sales' }) },
    good: changed(employee({ department: 'Research' })),
    bad: changed(employee({ department: 'Sales' })),
  },
  exercises: (operation) => operation.hasPath && operation.path?.urn !== undefined,
  proves: (operation) => operation.kind !== 'remove',
  explains: notDoneOrRefused,
});
