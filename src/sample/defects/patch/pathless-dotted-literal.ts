import type { Defect } from '../../defect.js';
import { dropPathless, pathless } from '../common.js';

export const pathlessDottedLiteral: Defect = {
  name: 'pathless-dotted-literal',
  area: 'patch',
  title: 'In an operation without a path, a key with a dot is stored as it stands.',
  failure: 'F07',
  check: 'SC2107',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const isDotted = (path: string) => path.includes('.') && !/[:[]/.test(path);
      const literal = pathless(operations).filter(([key]) => isDotted(key));
      return { ...next(entry, dropPathless(operations, isDotted)), ...Object.fromEntries(literal) };
    },
  }),
};
