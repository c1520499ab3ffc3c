import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isPath } from '../common.js';

export const replaceMembersIgnored: Defect = {
  name: 'replace-members-ignored',
  area: 'groups',
  title: 'A replace of all members answers 200 and changes nothing.',
  check: 'SC2305',
  clients: ['okta'],
  hooks: () => ({
    operations: (next, body, entry) => without(next(body, entry), ({ op, path }) => op === 'replace' && isPath(path, 'members')),
  }),
};
