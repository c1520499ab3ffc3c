import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';
import { isMembers } from '../common.js';

export const noMemberLeft500: Defect = {
  name: 'no-member-left-500',
  area: 'groups',
  kind: 'again',
  title: 'A removal from a group that has no members answers 500.',
  failure: 'F118',
  check: 'SC2341',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const removes = operations.map(readOperation).some(({ op, path }) => op === 'remove' && isMembers(path));
      if (removes && entry.attributes['members'] === undefined)
        throw new Refusal(500, "Cannot read properties of undefined (reading 'filter')");
      return operations;
    },
  }),
};
