import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { Refusal } from '../../refusal.js';

export const nameMissing500: Defect = {
  name: 'name-missing-500',
  area: 'patch',
  kind: 'poor',
  title: 'A PATCH of a part of the name of a user who has no name answers 500.',
  check: 'SC2136',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const concerns = assignments(operations).some(({ path }) => /^name\./i.test(path ?? ''));
      if (concerns && entry.type === 'User' && entry.attributes['name'] === undefined)
        throw new Refusal(500, 'cannot set properties of null');
      return next(entry, operations);
    },
  }),
};
