import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath } from '../common.js';

export const secondMemberDropped: Defect = {
  name: 'second-member-dropped',
  area: 'groups',
  title: 'Of several members added in one operation only the first is kept.',
  failure: 'F32',
  check: 'SC2301',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'add' && isPath(path, 'members') && Array.isArray(value) ? { op, path: 'members', value: value.slice(0, 1) } : undefined,
      ),
  }),
};
