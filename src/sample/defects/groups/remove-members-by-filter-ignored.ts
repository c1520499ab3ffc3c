import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isMemberFilter } from '../common.js';

export const removeMembersByFilterIgnored: Defect = {
  name: 'remove-members-by-filter-ignored',
  area: 'groups',
  title: 'Removing a member by a filter in the path answers 200 and removes nobody.',
  failure: 'F03',
  check: 'SC2303',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => without(next(body, entry), ({ op, path }) => op === 'remove' && isMemberFilter(path)),
  }),
};
