import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath } from '../common.js';

export const removeMembersByValueEmpties: Defect = {
  name: 'remove-members-by-value-empties',
  area: 'groups',
  title: 'Removing one member by value removes all members.',
  failure: 'F02',
  check: 'SC2302',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path }) => (op === 'remove' && isPath(path, 'members') ? { op, path: 'members' } : undefined)),
  }),
};
