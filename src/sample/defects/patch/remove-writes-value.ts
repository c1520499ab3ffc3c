import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isMembers } from '../common.js';

export const removeWritesValue: Defect = {
  name: 'remove-writes-value',
  area: 'patch',
  title: 'The operation remove with a value writes the value.',
  failure: 'F58',
  check: 'SC2125',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'remove' && path !== undefined && value !== undefined && !isMembers(path) ? { op: 'replace', path, value } : undefined,
      ),
  }),
};
