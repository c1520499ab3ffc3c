import type { Variant } from '../defect.js';

export const emptyListsShown: Variant = {
  name: 'empty-lists-shown',
  title: 'Multi-valued attributes without a value are shown as empty lists.',
  allowedBy: 'RFC 7643 §2.5',
  hooks: () => ({
    render: (next, entry) => ({
      ...(entry.type === 'User' ? { emails: [], phoneNumbers: [], groups: [] } : { members: [] }),
      ...next(entry),
    }),
  }),
};
