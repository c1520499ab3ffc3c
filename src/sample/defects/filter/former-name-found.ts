import type { Defect } from '../../defect.js';
import { lookedUp, nameOf } from '../looks.js';

export const formerNameFound: Defect = {
  name: 'former-name-found',
  area: 'filter',
  title: 'Whoever was renamed is still found by the old name.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const formerly = new Map<string, string>();
    return {
      save: (next, type, attributes, entry) => {
        if (entry !== undefined) formerly.set(nameOf(entry).toLowerCase(), entry.id);
        return next(type, attributes, entry);
      },
      select: (next, entries, filter, types) => {
        const found = next(entries, filter, types);
        const id = formerly.get(lookedUp(filter)?.toLowerCase() ?? '');
        return found.length > 0 ? found : entries.filter((entry) => entry.id === id);
      },
    };
  },
};
