import type { Defect } from '../../defect.js';
import { memberIds } from '../../store.js';

export const groupDeletionDeletesMembers: Defect = {
  name: 'group-deletion-deletes-members',
  area: 'groups',
  title: 'Deleting a group deletes the people in it.',
  check: 'SC2703',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    erase: (next, entry) => {
      next(entry);
      for (const id of memberIds(entry)) store.delete(id);
    },
  }),
};
