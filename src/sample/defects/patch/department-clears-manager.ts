import { getMember, isObject, type JsonObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const departmentClearsManager: Defect = {
  name: 'department-clears-manager',
  area: 'patch',
  title: 'A PATCH that changes the department takes the manager away, as if every department had its own.',
  check: 'SC2115',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const before = extensionOf(entry.attributes);
      const after = next(entry, operations);
      const { manager, ...rest } = extensionOf(after);
      const isKept = getMember(before, 'manager') === undefined || before['department'] === rest['department'];
      return isKept || manager === undefined ? after : { ...after, [ENTERPRISE_USER_URN]: rest };
    },
  }),
};

function extensionOf(attributes: JsonObject): JsonObject {
  const extension = getMember(attributes, ENTERPRISE_USER_URN);
  return isObject(extension) ? extension : {};
}
