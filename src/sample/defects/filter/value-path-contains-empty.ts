import type { Defect } from '../../defect.js';

export const valuePathContainsEmpty: Defect = {
  name: 'value-path-contains-empty',
  area: 'filter',
  title: 'A value path with the operator co finds nobody.',
  failure: 'F126',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => (/\[[^\]]* co /i.test(filter) ? [] : next(entries, filter, types)),
  }),
};
