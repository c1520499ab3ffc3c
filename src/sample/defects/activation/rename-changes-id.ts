import type { Defect } from '../../defect.js';

export const renameChangesId: Defect = {
  name: 'rename-changes-id',
  area: 'activation',
  title: 'Who gets another userName gets another id: to the server it is a new user, and the old one is gone.',
  check: 'SC2402',
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => ({
    save: (next, type, attributes, entry) => {
      const isRename = type === 'User' && entry !== undefined && attributes['userName'] !== entry.attributes['userName'];
      if (!isRename) return next(type, attributes, entry);
      world.store.delete(entry.id);
      return next(type, attributes, { ...entry, id: world.newId('User', attributes) });
    },
  }),
};
