import type { Variant } from '../defect.js';

export const longIds: Variant = {
  name: 'long-ids',
  title: 'Ids are two hundred characters long.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: () => ({ newId: (next, type, attributes) => `${next(type, attributes)}${'x'.repeat(164)}` }),
};
