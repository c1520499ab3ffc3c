import type { Defect } from '../../defect.js';

export const groupFilterEmpty: Defect = {
  name: 'group-filter-empty',
  area: 'groups',
  title: 'Looking a group up by displayName always finds nothing.',
  failure: 'F35',
  check: 'SC1310',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ select: (next, entries, filter, types) => (types.includes('Group') ? [] : next(entries, filter, types)) }),
};
