import type { Defect } from '../../defect.js';
import { leavesGroupsWith } from '../common.js';

export const renamedLeavesGroups: Defect = {
  name: 'renamed-leaves-groups',
  area: 'groups',
  title: 'Memberships are kept by userName: whoever is renamed is in no group any more.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => leavesGroupsWith(world, (attributes) => attributes['userName']),
};
