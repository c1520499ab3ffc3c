import type { Defect } from '../../defect.js';

export const filterIgnored: Defect = {
  name: 'filter-ignored',
  area: 'filter',
  title: 'A filter is ignored: every query answers with all resources.',
  failure: 'F14',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ select: (_, entries) => entries }),
};
