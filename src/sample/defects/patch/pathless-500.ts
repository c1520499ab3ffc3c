import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';

export const pathless500: Defect = {
  name: 'pathless-500',
  area: 'patch',
  title: 'An operation without a path answers 500.',
  failure: 'F05',
  check: 'SC2106',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (operations.some((each) => readOperation(each).path === undefined)) throw new Refusal(500, 'Unexpected null path.');
      return operations;
    },
  }),
};
