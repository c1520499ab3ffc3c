import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const nullInPatchRefused: Defect = {
  name: 'null-in-patch-refused',
  area: 'patch',
  title: 'A PATCH that replaces a value by null is answered 400, although null means no value.',
  failure: 'F62',
  check: 'SC1214',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const refused = assignments(operations).find(({ path, value }) => path !== undefined && value === null);
      if (refused !== undefined) throw badRequest('invalidValue', `${refused.path} must be a string.`);
      return next(entry, operations);
    },
  }),
};
