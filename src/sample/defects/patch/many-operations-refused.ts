import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const manyOperationsRefused: Defect = {
  name: 'many-operations-refused',
  area: 'patch',
  title: 'A PATCH of more than two operations is refused; each of them alone is not.',
  failure: 'F115',
  check: 'SC2117',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (operations.length > 2) throw badRequest('invalidSyntax', 'Too many operations in one request.');
      return operations;
    },
  }),
};
