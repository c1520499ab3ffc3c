import type { Defect } from '../../defect.js';

export const renamesIgnored: Defect = {
  name: 'renames-ignored',
  area: 'activation',
  title: 'A change of userName is answered with success, and the old name stays.',
  check: 'SC2407',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const { userName } = entry?.attributes ?? {};
      return next(type, type === 'User' && userName !== undefined ? { ...attributes, userName } : attributes, entry);
    },
  }),
};
