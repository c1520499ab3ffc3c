import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const membersLostWithName: Defect = {
  name: 'members-lost-with-name',
  area: 'groups',
  kind: 'sets',
  title: 'Where one PATCH changes the name of a group and its members, the members are passed over.',
  check: 'SC2117',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const isRenamed = operations.some((operation) => readOperation(operation).path?.toLowerCase() === 'displayname');
      return isRenamed
        ? operations.filter((operation) => readOperation(operation).path?.toLowerCase().startsWith('members') !== true)
        : operations;
    },
  }),
};
