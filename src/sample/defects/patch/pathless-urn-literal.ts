import type { Defect } from '../../defect.js';
import { dropPathless, pathless } from '../common.js';

export const pathlessUrnLiteral: Defect = {
  name: 'pathless-urn-literal',
  area: 'patch',
  title: 'In an operation without a path, a key with a URN in front is stored as it stands.',
  failure: 'F08',
  check: 'SC2108',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const isUrn = (path: string) => /^urn:.*:user:/i.test(path);
      const literal = pathless(operations).filter(([key]) => isUrn(key));
      return { ...next(entry, dropPathless(operations, isUrn)), ...Object.fromEntries(literal) };
    },
  }),
};
