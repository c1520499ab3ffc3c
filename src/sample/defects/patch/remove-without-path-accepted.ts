import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const removeWithoutPathAccepted: Defect = {
  name: 'remove-without-path-accepted',
  area: 'patch',
  title: 'A remove without a path answers 200.',
  failure: 'F58',
  check: 'SC2122',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).filter((each) => readOperation(each).op !== 'remove' || readOperation(each).path !== undefined),
  }),
};
