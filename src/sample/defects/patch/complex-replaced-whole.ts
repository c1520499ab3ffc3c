import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const complexReplacedWhole: Defect = {
  name: 'complex-replaced-whole',
  area: 'patch',
  title: 'A replace of name empties the parts of the name that it does not mention.',
  check: 'SC2128',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).flatMap((each) => {
        const { op, path, value } = readOperation(each);
        const name = path === undefined && isObject(value) ? value['name'] : path?.toLowerCase() === 'name' ? value : undefined;
        return op === 'replace' && isObject(name) ? [{ op: 'remove', path: 'name' }, each] : [each];
      }),
  }),
};
