import { isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const managerReturnedAsString: Defect = {
  name: 'manager-returned-as-string',
  area: 'shape',
  title: 'The manager is returned as a bare id.',
  failure: 'F21',
  check: 'SC1112',
  clients: ['entra'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const extension = resource[ENTERPRISE_USER_URN];
      const manager = isObject(extension) ? extension['manager'] : undefined;
      if (!isObject(extension) || !isObject(manager)) return resource;
      return { ...resource, [ENTERPRISE_USER_URN]: { ...extension, manager: manager['value'] ?? '' } };
    },
  }),
};
