import { getMember } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { enterpriseOf } from '../common.js';

export const departmentClearsManager: Defect = {
  name: 'department-clears-manager',
  area: 'patch',
  title: 'A PATCH that changes the department takes the manager away, as if every department had its own.',
  check: 'SC2115',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const before = enterpriseOf(entry.attributes);
      const after = next(entry, operations);
      const { manager, ...rest } = enterpriseOf(after);
      const isKept = getMember(before, 'manager') === undefined || before['department'] === rest['department'];
      return isKept || manager === undefined ? after : { ...after, [ENTERPRISE_USER_URN]: rest };
    },
  }),
};
