import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';

export const listAppended: Defect = {
  name: 'list-appended',
  area: 'patch',
  kind: 'sets',
  title: 'A replace of a list by its path adds to the list.',
  check: 'SC2127',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'replace' && path === 'emails' && value !== undefined ? { op: 'add', path, value } : undefined,
      ),
  }),
};
