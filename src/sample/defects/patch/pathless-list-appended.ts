import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const pathlessListAppended: Defect = {
  name: 'pathless-list-appended',
  area: 'patch',
  kind: 'lists',
  title: 'A replace of a list without a path adds to the list.',
  check: 'SC2127',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).flatMap((each) => {
        const { op, path, value } = readOperation(each);
        if (op !== 'replace' || path !== undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return [each];
        return Object.entries(value).map(([key, member]) => ({
          op: Array.isArray(member) ? 'add' : 'replace',
          value: { [key]: member },
        }));
      }),
  }),
};
