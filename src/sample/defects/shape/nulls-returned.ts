import type { Defect } from '../../defect.js';

export const nullsReturned: Defect = {
  name: 'nulls-returned',
  area: 'shape',
  title: 'Attributes without a value are returned as null.',
  failure: 'F34',
  check: 'SC1119',
  clients: ['entra'],
  hooks: () => ({ render: (next, entry) => ({ externalId: null, title: null, nickName: null, ...next(entry) }) }),
};
