import { isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const departmentRequired: Defect = {
  name: 'department-required',
  area: 'create',
  title: 'A user without a department is refused, and /Schemas does not say that one is required.',
  check: 'SC2804',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      const extension = attributes[ENTERPRISE_USER_URN];
      if (type === 'User' && !(isObject(extension) && extension['department'])) throw badRequest('invalidValue', 'department is required.');
      return next(type, attributes, entry);
    },
  }),
};
