import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';

export const removePart500: Defect = {
  name: 'remove-part-500',
  area: 'patch',
  kind: 'poor',
  title: 'The removal of a part of a name is answered 500.',
  check: 'SC1104',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (operations.map(readOperation).some(({ op, path = '' }) => op === 'remove' && /^name\.\w+$/i.test(path)))
        throw new Refusal(500, 'forEach is not a function');
      return operations;
    },
  }),
};
