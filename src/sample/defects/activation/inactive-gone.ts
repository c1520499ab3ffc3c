import type { Defect } from '../../defect.js';

export const inactiveGone: Defect = {
  name: 'inactive-gone',
  area: 'activation',
  title: 'A user who is not active answers 404.',
  failure: 'F17',
  check: 'SC2401',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    entries: (next, type) => next(type).filter((entry) => entry.attributes['active'] !== false),
    find: (next, type, id) => {
      const entry = next(type, id);
      return entry?.attributes['active'] === false ? undefined : entry;
    },
  }),
};
