import { getMember } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { enterpriseOf, leavesGroupsWith } from '../common.js';

export const newManagerLeavesGroups: Defect = {
  name: 'new-manager-leaves-groups',
  area: 'groups',
  title: 'Whoever gets another manager is taken out of all groups, as if these were the teams of managers.',
  check: 'SC2701',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => leavesGroupsWith(world, (attributes) => getMember(enterpriseOf(attributes), 'manager')),
};
