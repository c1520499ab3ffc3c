import type { Defect } from '../../defect.js';

export const renameCollisionAccepted: Defect = {
  name: 'rename-collision-accepted',
  area: 'create',
  title: 'A PUT or PATCH may give a user the userName of another.',
  failure: 'F16',
  check: 'SC1215',
  clients: ['rfc'],
  hooks: () => ({ unique: (next, type, attributes, entry) => (entry === undefined ? next(type, attributes, entry) : undefined) }),
};
