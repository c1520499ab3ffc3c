import type { Defect } from '../../defect.js';

export const groupPagesIgnored: Defect = {
  name: 'group-pages-ignored',
  area: 'paging',
  kind: 'symmetry',
  title: 'startIndex and count are ignored for groups: every page has all of them.',
  check: ['SC1401'],
  clients: ['okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) =>
      entries[0]?.type === 'Group' ? { items: entries, total: entries.length, startIndex: query.startIndex ?? 1 } : next(entries, query),
  }),
};
