import type { Defect } from '../../defect.js';

export const createdActive: Defect = {
  name: 'created-active',
  area: 'create',
  title: 'Whoever is created is active, whatever the create says.',
  check: 'SC1205',
  clients: ['rfc'],
  hooks: () => ({
    create: (next, type, accepted) => (type === 'User' ? { ...next(type, accepted), active: true } : next(type, accepted)),
  }),
};
