import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isMembers } from '../common.js';

export const addReplacesList: Defect = {
  name: 'add-replaces-list',
  area: 'patch',
  kind: 'sets',
  title: 'An add to a list of values takes the place of the list.',
  check: 'SC2132',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) =>
        op === 'add' && path !== undefined && Array.isArray(value) && !isMembers(path) ? { op: 'replace', path, value } : undefined,
      ),
  }),
};
