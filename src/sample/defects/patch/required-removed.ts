import type { Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isPath } from '../common.js';

export const requiredRemoved: Defect = {
  name: 'required-removed',
  area: 'patch',
  title: 'A PATCH takes the userName away, although it is required.',
  failure: 'F128',
  check: 'SC2135',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, changes) => {
      const others = changes.filter((change) => !removesName(change));
      const { userName, ...rest } = next(entry, others);
      return others.length < changes.length || userName === undefined ? rest : { ...rest, userName };
    },
    check: (next, type, attributes, entry) => {
      if (type === 'Group' || entry === undefined || attributes['userName'] !== undefined) next(type, attributes, entry);
    },
  }),
};

function removesName(change: Json): boolean {
  const { op, path } = readOperation(change);
  return op === 'remove' && isPath(path, 'userName');
}
