import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isPath } from '../common.js';

export const removeMembersByValueIgnored: Defect = {
  name: 'remove-members-by-value-ignored',
  area: 'groups',
  title: 'Removing a member by value answers 200 and removes nobody.',
  failure: 'F02',
  check: 'SC2302',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => without(next(body, entry), ({ op, path }) => op === 'remove' && isPath(path, 'members')),
  }),
};
