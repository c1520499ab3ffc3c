import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isMembers } from '../common.js';

export const oneOfTwoRemoved: Defect = {
  name: 'one-of-two-removed',
  area: 'groups',
  kind: 'sets',
  title: 'Of several members who are removed in one request the first one goes.',
  check: ['SC2302', 'SC2303'],
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const [first, ...others] = operations.filter((each) => readOperation(each).op === 'remove' && isMembers(readOperation(each).path));
      return operations
        .filter((each) => !others.includes(each))
        .map((each) => {
          const { op, path, value } = readOperation(each);
          return each === first && path !== undefined && Array.isArray(value) ? { op, path, value: value.slice(0, 1) } : each;
        });
    },
  }),
};
