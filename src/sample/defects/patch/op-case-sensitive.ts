import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const opCaseSensitive: Defect = {
  name: 'op-case-sensitive',
  area: 'patch',
  title: 'Operation names are only understood in lower case.',
  failure: 'F04',
  check: 'SC2101',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const foreign = operations.find((each) => isObject(each) && each['op'] !== readOperation(each).op);
      if (foreign !== undefined) throw badRequest('invalidSyntax', 'The operation must be one of add, replace, remove.');
      return operations;
    },
  }),
};
