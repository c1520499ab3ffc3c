import type { Variant } from '../defect.js';

export const noSort: Variant = {
  name: 'no-sort',
  title: 'Sorting is not supported, and ServiceProviderConfig says so.',
  allowedBy: 'RFC 7644 §3.4.2.3',
  hooks: () => ({
    config: (next) => ({ ...next(), sort: { supported: false } }),
    sort: (_next, entries) => entries,
  }),
};
