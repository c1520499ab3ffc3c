import type { Defect } from '../../defect.js';

export const putWithoutActiveDeactivates: Defect = {
  name: 'put-without-active-deactivates',
  area: 'put',
  title: 'PUT without active makes the user inactive.',
  failure: 'F68',
  check: 'SC2206',
  clients: ['okta'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      return entry.type === 'User' && accepted['active'] === undefined ? { ...after, active: false } : after;
    },
  }),
};
