import { getMember, isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const reportsDeletedWithManager: Defect = {
  name: 'reports-deleted-with-manager',
  area: 'delete',
  title: 'Deleting a manager deletes the people who report to them.',
  check: 'SC2703',
  clients: ['entra', 'rfc'],
  hooks: ({ store }) => ({
    erase: (next, entry) => {
      next(entry);
      for (const user of store.all('User')) {
        const enterprise = user.attributes[ENTERPRISE_USER_URN];
        const manager = isObject(enterprise) ? getMember(enterprise, 'manager') : undefined;
        if (isObject(manager) && getMember(manager, 'value') === entry.id) store.delete(user.id);
      }
    },
  }),
};
