import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath } from '../common.js';

export const lostMember: Defect = {
  name: 'lost-member',
  area: 'groups',
  title: 'Adding a member drops those who were there before.',
  failure: 'F31',
  check: 'SC2304',
  also: { SC2309: 'Members that arrive at the same moment push each other out as well.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'add' && isPath(path, 'members') ? { op: 'replace', path: 'members', value: value ?? [] } : undefined,
      ),
  }),
};
