import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';

export const partRemovesElement: Defect = {
  name: 'part-removes-element',
  area: 'patch',
  kind: 'lists',
  title: 'The removal of one part of a value takes the whole value away.',
  check: 'SC2142',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path = '' }) =>
        op === 'remove' && /\]\.\w+$/.test(path) ? { op, path: path.slice(0, path.lastIndexOf(']') + 1) } : undefined,
      ),
  }),
};
