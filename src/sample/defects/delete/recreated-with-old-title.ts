import type { Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

export const recreatedWithOldTitle: Defect = {
  name: 'recreated-with-old-title',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Who gets the name of somebody deleted has that person’s title, until another one is sent.',
  check: 'SC1241',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const titles = new Map<string, Json>();
    return {
      erase: (next, entry) => {
        titles.set(nameOf(entry).toLowerCase(), entry.attributes['title'] ?? null);
        next(entry);
      },
      create: (next, type, accepted) => {
        const created = next(type, accepted);
        const title = titles.get(nameOf({ type, attributes: created }).toLowerCase());
        return typeof title === 'string' ? { title, ...created } : created;
      },
    };
  },
};
