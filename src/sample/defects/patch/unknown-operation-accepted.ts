import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const unknownOperationAccepted: Defect = {
  name: 'unknown-operation-accepted',
  area: 'patch',
  title: 'An operation that does not exist answers 200.',
  check: 'SC2124',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => next(body, entry).filter((each) => /^(add|remove|replace)$/.test(readOperation(each).op)),
  }),
};
