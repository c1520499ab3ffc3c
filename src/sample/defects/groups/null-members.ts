import type { Defect } from '../../defect.js';

export const nullMembers: Defect = {
  name: 'null-members',
  area: 'groups',
  title: 'A group without members is shown with "members": null.',
  failure: 'F34',
  check: 'SC1111',
  clients: ['entra'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      return entry.type === 'Group' ? { ...resource, members: resource['members'] ?? null } : resource;
    },
  }),
};
