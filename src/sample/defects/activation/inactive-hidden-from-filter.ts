import type { Defect } from '../../defect.js';

export const inactiveHiddenFromFilter: Defect = {
  name: 'inactive-hidden-from-filter',
  area: 'activation',
  title: 'A user who is not active is in no list and found by no filter.',
  failure: 'F17',
  check: 'SC1307',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ entries: (next, type) => next(type).filter((entry) => entry.attributes['active'] !== false) }),
};
