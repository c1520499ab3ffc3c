import type { Defect } from '../../defect.js';
import type { Entry } from '../../store.js';

export const deletedStillListed: Defect = {
  name: 'deleted-still-listed',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Lists show users and groups that were deleted; filters do not.',
  check: 'SC2601',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const deleted: Entry[] = [];
    return {
      erase: (next, entry) => {
        next(entry);
        deleted.push(entry);
      },
      page: (next, entries, query) => {
        const [first] = entries;
        const more = query.filter === undefined && first !== undefined ? deleted.filter(({ type }) => type === first.type) : [];
        return next([...entries, ...more], query);
      },
    };
  },
};
