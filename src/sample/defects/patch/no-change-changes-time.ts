import type { Defect } from '../../defect.js';
import type { Entry } from '../../store.js';

export const noChangeChangesTime: Defect = {
  name: 'no-change-changes-time',
  area: 'patch',
  kind: 'answers',
  title: 'A PATCH that changes nothing changes the time of the last change.',
  check: 'SC2129',
  clients: ['rfc'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (entry === undefined || saved !== entry) return saved;
      const touched: Entry = { ...saved, lastModified: new Date(Date.parse(saved.lastModified) + 1000).toISOString() };
      store.put(touched);
      return touched;
    },
  }),
};
