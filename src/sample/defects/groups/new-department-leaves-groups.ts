import { getMember, isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { leavesGroupsWith } from '../common.js';

export const newDepartmentLeavesGroups: Defect = {
  name: 'new-department-leaves-groups',
  area: 'groups',
  title: 'Whoever gets another department is taken out of all groups, as if the target made its groups of departments.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) =>
    leavesGroupsWith(world, (attributes) => {
      const extension = getMember(attributes, ENTERPRISE_USER_URN);
      return isObject(extension) ? getMember(extension, 'department') : undefined;
    }),
};
