import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const readOnlyIgnored: Defect = {
  name: 'read-only-ignored',
  area: 'patch',
  title: 'A PATCH of the id answers 200 and changes nothing.',
  check: 'SC2123',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => next(body, entry).filter((each) => readOperation(each).path !== 'id'),
  }),
};
