import type { Defect } from '../../defect.js';

export const totalStopsAtHundred: Defect = {
  name: 'total-stops-at-hundred',
  area: 'paging',
  kind: 'size',
  failure: 'F52',
  title: 'totalResults is never more than a hundred.',
  check: 'SC1402',
  also: { SC1407: 'A page whose size nobody has asked for holds more than the total.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const list = next(resources, page, query);
      return { ...list, totalResults: Math.min(Number(list['totalResults']), 100) };
    },
  }),
};
