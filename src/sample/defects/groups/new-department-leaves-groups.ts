import { getMember } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { enterpriseOf, leavesGroupsWith } from '../common.js';

export const newDepartmentLeavesGroups: Defect = {
  name: 'new-department-leaves-groups',
  area: 'groups',
  title: 'Whoever gets another department is taken out of all groups, as if the target made its groups of departments.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => leavesGroupsWith(world, (attributes) => getMember(enterpriseOf(attributes), 'department')),
};
