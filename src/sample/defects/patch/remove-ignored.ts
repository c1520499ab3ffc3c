import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isMembers } from '../common.js';

export const removeIgnored: Defect = {
  name: 'remove-ignored',
  area: 'patch',
  title: 'The operation remove answers 200 and removes nothing.',
  failure: 'F58',
  check: 'SC2114',
  also: { SC2104: 'An element that is to be removed stays.', SC2122: 'A remove without a path is ignored like all others.' },
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).filter((each) => readOperation(each).op !== 'remove' || isMembers(readOperation(each).path)),
  }),
};
