import type { Defect } from '../../defect.js';

export const deletedUserStaysMember: Defect = {
  name: 'deleted-user-stays-member',
  area: 'groups',
  title: 'Deleting a user leaves the user in the groups’ member lists.',
  check: 'SC2604',
  clients: ['entra', 'rfc'],
  hooks: ({ store }) => ({ erase: (_, entry) => store.delete(entry.id) }),
};
