import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isSingular } from '../common.js';

export const addSingularRefused: Defect = {
  name: 'add-singular-refused',
  area: 'patch',
  title: 'The operation add is refused for an attribute with a single value.',
  failure: 'F37',
  check: 'SC2112',
  clients: ['entra'],
  hooks: ({ catalogue }) => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const refused = operations.map(readOperation).find(({ op, path }) => op === 'add' && isSingular(catalogue, entry.type, path));
      if (refused !== undefined) throw badRequest('invalidSyntax', `add is not a valid choice for ${refused.path}.`);
      return operations;
    },
  }),
};
