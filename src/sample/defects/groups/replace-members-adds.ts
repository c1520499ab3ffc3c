import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath } from '../common.js';

export const replaceMembersAdds: Defect = {
  name: 'replace-members-adds',
  area: 'groups',
  kind: 'sets',
  title: 'A replace of all members adds the new ones: nobody leaves.',
  failure: 'F120',
  check: 'SC2305',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'replace' && isPath(path, 'members') ? { op: 'add', path: 'members', value: value ?? [] } : undefined,
      ),
  }),
};
