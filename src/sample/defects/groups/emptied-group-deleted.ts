import type { Defect } from '../../defect.js';
import { memberIds } from '../../store.js';

export const emptiedGroupDeleted: Defect = {
  name: 'emptied-group-deleted',
  area: 'groups',
  title: 'A group goes with its last member.',
  check: 'SC2703',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (entry !== undefined && memberIds(entry).length > 0 && memberIds(saved).length === 0) store.delete(entry.id);
      return saved;
    },
  }),
};
