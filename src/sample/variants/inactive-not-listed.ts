import type { Variant } from '../defect.js';

export const inactiveNotListed: Variant = {
  name: 'inactive-not-listed',
  title: 'A list without a filter leaves out who is deactivated; filters and ids find them.',
  allowedBy: 'RFC 7643 §4.1.1',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) =>
      next(query.filter === undefined ? entries.filter(({ attributes }) => attributes['active'] !== false) : entries, query),
  }),
};
