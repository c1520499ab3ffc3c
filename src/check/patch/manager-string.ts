import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, employee, patch, refusal } from '../messages.js';
import { notDoneOrRefused } from '../written.js';

/** SC2111 */
export const MANAGER_STRING = defineWriteCheck({
  id: 'SC2111',
  scope: 'value',
  title: 'A manager that arrives as a bare id is understood',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F20')],
  clients: ['entra'],
  effect: 'Entra sends the manager as a plain string: the hierarchy stays empty, or every update of the user fails.',
  fix: 'Take a string for manager as manager.value.',
  example: {
    request: patch('/Users/u1', { op: 'Add', path: `${ENTERPRISE_USER_URN}:manager`, value: 'u2' }),
    given: { resource: employee({ department: 'Sales' }) },
    good: changed(employee({ department: 'Sales', manager: { value: 'u2' } })),
    bad: refusal(400, 'manager must be an object.', 'invalidValue'),
  },
  exercises: ({ attribute, path, kind, value }) =>
    attribute === 'manager' && path?.sub === undefined && kind !== 'remove' && value !== '' && value !== null,
  explains: notDoneOrRefused,
});
