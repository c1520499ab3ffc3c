import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isMemberFilter } from '../common.js';

export const removeMembersByFilterEmpties: Defect = {
  name: 'remove-members-by-filter-empties',
  area: 'groups',
  title: 'Removing a member by a filter in the path removes all members.',
  failure: 'F03',
  check: 'SC2303',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path }) => (op === 'remove' && isMemberFilter(path) ? { op, path: 'members' } : undefined)),
  }),
};
