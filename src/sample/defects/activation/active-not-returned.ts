import type { Defect } from '../../defect.js';

export const activeNotReturned: Defect = {
  name: 'active-not-returned',
  area: 'activation',
  title: 'Answers never show whether a user is active.',
  failure: 'F17',
  check: 'SC2403',
  clients: ['entra', 'okta'],
  hooks: () => ({
    render: (next, entry) => {
      const { active: _, ...rest } = next(entry);
      return rest;
    },
  }),
};
