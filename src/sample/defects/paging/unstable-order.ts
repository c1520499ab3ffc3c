import type { Defect } from '../../defect.js';

export const unstableOrder: Defect = {
  name: 'unstable-order',
  area: 'paging',
  title: 'Each query lists the resources in another order.',
  failure: 'F52',
  check: 'SC1402',
  clients: ['okta', 'rfc'],
  hooks: () => {
    let turn = 0;
    return {
      entries: (next, type) => {
        const entries = next(type);
        turn += 1;
        const cut = entries.length === 0 ? 0 : turn % entries.length;
        return [...entries.slice(cut), ...entries.slice(0, cut)];
      },
    };
  },
};
