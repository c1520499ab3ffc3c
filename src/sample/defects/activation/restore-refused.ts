import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const restoreRefused: Defect = {
  name: 'restore-refused',
  area: 'activation',
  title: 'A user who is not active cannot be made active again: 400.',
  failure: 'F38',
  check: 'SC2119',
  clients: ['entra', 'okta'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (entry?.attributes['active'] === false && attributes['active'] === true) {
        throw badRequest('invalidValue', 'An inactive user cannot be activated.');
      }
      next(type, attributes, entry);
    },
  }),
};
