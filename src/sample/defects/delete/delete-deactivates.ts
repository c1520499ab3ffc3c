import type { Defect } from '../../defect.js';

export const deleteDeactivates: Defect = {
  name: 'delete-deactivates',
  area: 'delete',
  title: 'DELETE makes the user inactive and keeps the account.',
  failure: 'F91',
  check: 'SC2601',
  clients: ['entra', 'rfc'],
  hooks: ({ stages }) => ({
    erase: (next, entry) => {
      if (entry.type === 'Group') next(entry);
      else stages.save('User', { ...entry.attributes, active: false }, entry);
    },
  }),
};
