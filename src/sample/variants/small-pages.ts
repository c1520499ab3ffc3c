import type { Variant } from '../defect.js';

export const smallPages: Variant = {
  name: 'small-pages',
  title: 'A page holds at most two resources.',
  allowedBy: 'RFC 7644 §3.4.2.4',
  hooks: () => ({ page: (next, entries, query) => next(entries, { ...query, count: Math.min(query.count ?? 2, 2) }) }),
};
