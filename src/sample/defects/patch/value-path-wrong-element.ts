import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { firstElementPath } from '../common.js';

export const valuePathWrongElement: Defect = {
  name: 'value-path-wrong-element',
  area: 'patch',
  title: 'The filter in a value path is ignored: the first value is overwritten, whatever its type.',
  failure: 'F06',
  check: 'SC2104',
  also: { SC2126: 'A filter that selects nothing selects the first element.' },
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) => {
        const first = firstElementPath(entry.attributes, path);
        return first === undefined || op === 'remove' || value === undefined ? undefined : { op, path: first, value };
      }),
  }),
};
