import { getMember, isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const managerAsName: Defect = {
  name: 'manager-as-name',
  area: 'shape',
  title: 'The value of a manager is shown as the userName of the manager, not as the id.',
  check: 'SC1254',
  also: { SC2202: 'Okta puts back the name that it has read, which is no id.' },
  clients: ['entra'],
  hooks: (world) => ({
    render: (next, entry) => {
      const resource = next(entry);
      const extension = resource[ENTERPRISE_USER_URN];
      const manager = isObject(extension) ? extension['manager'] : undefined;
      if (!isObject(extension) || !isObject(manager)) return resource;
      const there = world.store.get('User', String(getMember(manager, 'value')));
      const value = there?.attributes['userName'] ?? manager['value'] ?? null;
      return { ...resource, [ENTERPRISE_USER_URN]: { ...extension, manager: { ...manager, value } } };
    },
  }),
};
