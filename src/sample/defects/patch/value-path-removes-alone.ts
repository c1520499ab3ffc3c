import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const valuePathRemovesAlone: Defect = {
  name: 'value-path-removes-alone',
  area: 'patch',
  title: 'A path with a sub-attribute behind a filter removes; an add or a replace with one is answered 400.',
  failure: 'F06',
  check: 'SC2105',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const refused = operations.map(readOperation).find(({ op, path = '' }) => op !== 'remove' && /\]\.\w+$/.test(path));
      if (refused !== undefined) throw badRequest('invalidValue', `${refused.path} takes an object.`);
      return operations;
    },
  }),
};
