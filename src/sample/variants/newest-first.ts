import type { Variant } from '../defect.js';

export const newestFirst: Variant = {
  name: 'newest-first',
  title: 'Lists begin with the newest resource.',
  allowedBy: 'RFC 7644 §3.4.2.3',
  hooks: () => ({ entries: (next, type) => [...next(type)].reverse() }),
};
