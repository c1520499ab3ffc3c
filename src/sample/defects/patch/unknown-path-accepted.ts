import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isKnown } from '../common.js';

export const unknownPathAccepted: Defect = {
  name: 'unknown-path-accepted',
  area: 'patch',
  title: 'A PATCH of a path that does not exist answers 200.',
  failure: 'F60',
  check: 'SC2121',
  clients: ['rfc'],
  hooks: ({ catalogue }) => ({
    operations: (next, body, entry) => {
      const isUnknown = (path: string) => !isKnown(catalogue, entry.type, path);
      return without(next(body, entry), ({ path }) => isUnknown(path));
    },
  }),
};
