import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const valuePathRefused: Defect = {
  name: 'value-path-refused',
  area: 'patch',
  title: 'A path with a sub-attribute behind a filter, such as emails[type eq "work"].value, is answered 400.',
  failure: 'F06',
  check: 'SC2105',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const refused = operations.map(readOperation).find(({ path = '' }) => /\]\.\w+$/.test(path));
      if (refused !== undefined) throw badRequest('invalidPath', `There is no attribute ${refused.path}.`);
      return operations;
    },
  }),
};
