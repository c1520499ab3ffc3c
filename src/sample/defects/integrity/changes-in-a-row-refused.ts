import type { Defect } from '../../defect.js';
import { lockedForAWhile } from '../locked-for-a-while.js';

export const changesInARowRefused: Defect = {
  name: 'changes-in-a-row-refused',
  area: 'integrity',
  title: 'A PATCH or PUT that follows another write to the same resource within 0.3 seconds is refused with 409.',
  check: 'SC2704',
  clients: ['entra', 'okta', 'rfc'],
  hooks: lockedForAWhile(409),
};
