import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath, membersOf } from '../common.js';

export const thirdMemberReplaces: Defect = {
  name: 'third-member-replaces',
  area: 'groups',
  title: 'Adding to a group of two members drops those who were there before.',
  check: 'SC2304',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'add' && isPath(path, 'members') && membersOf(entry).length >= 2
          ? { op: 'replace', path: 'members', value: value ?? [] }
          : undefined,
      ),
  }),
};
