import type { Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const removesAppliedLast: Defect = {
  name: 'removes-applied-last',
  area: 'patch',
  title: 'The operations of a PATCH are sorted by kind: what is removed and added again is gone.',
  check: 'SC2130',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const isRemove = (operation: Json): boolean => readOperation(operation).op === 'remove';
      const operations = next(body, entry);
      return [...operations.filter((each) => !isRemove(each)), ...operations.filter(isRemove)];
    },
  }),
};
