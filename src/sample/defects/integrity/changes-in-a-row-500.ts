import type { Defect } from '../../defect.js';
import { lockedForAWhile } from '../locked-for-a-while.js';

export const changesInARow500: Defect = {
  name: 'changes-in-a-row-500',
  area: 'integrity',
  title: 'A PATCH or PUT that follows another write to the same resource within 0.3 seconds ends in a 500.',
  check: 'SC2704',
  also: { SC2309: "Members that are added at the same moment are in each other's way before it is known that writes can wait." },
  clients: ['entra', 'okta', 'rfc'],
  hooks: lockedForAWhile(500),
};
