import type { Defect } from '../../defect.js';

export const restoreChangesId: Defect = {
  name: 'restore-changes-id',
  area: 'activation',
  title: 'Making a user active again gives the account a new id.',
  failure: 'F18',
  check: 'SC2402',
  also: { SC2201: 'A wizard app puts the group back with the id that the user had.' },
  clients: ['entra', 'okta'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      if (entry?.attributes['active'] !== false || attributes['active'] !== true) return next(type, attributes, entry);
      store.delete(entry.id);
      return next(type, attributes, undefined);
    },
  }),
};
