import type { Defect } from '../../defect.js';
import { leavesGroupsWith } from '../common.js';

export const newAddressLeavesGroups: Defect = {
  name: 'new-address-leaves-groups',
  area: 'groups',
  title: 'Memberships are kept by e-mail address: whoever gets another one is in no group any more.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => leavesGroupsWith(world, (attributes) => attributes['emails']),
};
