import type { Defect } from '../../defect.js';
import { dropPathless } from '../common.js';

export const pathlessDottedIgnored: Defect = {
  name: 'pathless-dotted-ignored',
  area: 'patch',
  title: 'In an operation without a path, a key with a dot is ignored.',
  failure: 'F07',
  check: 'SC2107',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => dropPathless(next(body, entry), (path) => path.includes('.') && !/[:[]/.test(path)),
  }),
};
