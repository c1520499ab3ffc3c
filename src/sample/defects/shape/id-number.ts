import type { Defect } from '../../defect.js';

export const idNumber: Defect = {
  name: 'id-number',
  area: 'shape',
  title: 'Ids are returned as JSON numbers.',
  failure: 'F50',
  check: 'SC1202',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    let last = 0;
    return {
      newId: () => {
        last += 1;
        return String(last);
      },
      render: (next, entry) => ({ ...next(entry), ...(/^\d+$/.test(entry.id) ? { id: Number(entry.id) } : {}) }),
    };
  },
};
