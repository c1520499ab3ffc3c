import type { Defect } from '../../defect.js';

export const absenceIsCached: Defect = {
  name: 'absence-is-cached',
  area: 'integrity',
  title: 'A filter that has found nothing once finds nothing afterwards, whoever has been created since.',
  check: 'SC1343',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const vain = new Set<string>();
    return {
      select: (next, entries, filter, types) => {
        const key = `${types.join()} ${filter.toLowerCase()}`;
        const found = vain.has(key) ? [] : next(entries, filter, types);
        if (found.length === 0) vain.add(key);
        return found;
      },
    };
  },
};
