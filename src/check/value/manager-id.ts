import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { ALL, entra, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, employee, patch } from '../messages.js';
import { bodyOf, isCreate, isPut, refused } from '../written.js';

const MANAGER = /:manager(\.value)?$/i;

/** Somebody is shown as the manager, by a value of whom neither the write nor what was there has spoken. */
function isOther({ path, received, kind }: Difference, { before, request }: ObservedWrite): boolean {
  if (!MANAGER.test(path) || kind === 'kept') return false;
  const [, shown = ''] = / = (.*)$/s.exec(received) ?? [];
  if (!/^[{"]/.test(shown)) return false;
  const [, value] = /^"(.*)"$/s.exec(shown) ?? /"value":"([^"]*)"/.exec(shown) ?? [];
  return value === undefined || !JSON.stringify([before ?? {}, request.body ?? null]).includes(JSON.stringify(value));
}

/** SC1254 */
export const MANAGER_ID = defineWriteCheck({
  id: 'SC1254',
  scope: 'representation',
  // Something was stored for the manager: how it was sent is no matter.
  decisive: true,
  title: 'The value of a manager is the id of the user',
  impact: 'data-damaged',
  authorities: [says('7643', '4.3', `The "id" of the SCIM resource representing the user's manager.`), entra('develop')],
  clients: ALL,
  effect: 'A client that reads the user does not find the manager that it has set, and sets it again in every cycle.',
  fix: 'Return the id of the manager as manager.value; a name belongs into "displayName", an address into "$ref".',
  example: {
    request: patch('/Users/u1', { op: 'Add', path: `${ENTERPRISE_USER_URN}:manager`, value: 'u2' }),
    given: { resource: employee({ department: 'Sales' }) },
    good: changed(employee({ department: 'Sales', manager: { value: 'u2' } })),
    bad: changed(employee({ department: 'Sales', manager: { value: 'grace@example.com' } })),
  },
  exercises: (operation, write) =>
    (operation.attribute === 'manager' && operation.kind !== 'remove') ||
    ((isCreate(operation) || isPut(operation)) && JSON.stringify(bodyOf(write)).includes('"manager"')),
  explains: (difference, write) => !refused(difference) && isOther(difference, write),
});
