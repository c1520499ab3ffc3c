import type { Defect } from '../../defect.js';

export const startsWithAsEquals: Defect = {
  name: 'starts-with-as-equals',
  area: 'filter',
  title: 'The operator sw compares the whole value.',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({ select: (next, entries, filter, types) => next(entries, filter.replaceAll(' sw ', ' eq '), types) }),
};
