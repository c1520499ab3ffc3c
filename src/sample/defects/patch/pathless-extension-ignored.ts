import type { Defect } from '../../defect.js';
import { dropPathless } from '../common.js';

export const pathlessExtensionIgnored: Defect = {
  name: 'pathless-extension-ignored',
  area: 'patch',
  title: 'In an operation without a path, the object of an extension is passed over.',
  check: 'SC2106',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) =>
      next(
        entry,
        dropPathless(operations, (path) => /^urn:.*:user$/i.test(path)),
      ),
  }),
};
