import type { Defect } from '../../defect.js';

export const filterWithoutValueFindsNothing: Defect = {
  name: 'filter-without-value-finds-nothing',
  area: 'filter',
  title: 'A comparison without a value answers 200 with an empty list.',
  failure: 'F14',
  check: 'SC1314',
  clients: ['rfc'],
  hooks: () => ({ select: (next, entries, filter, types) => (/\beq\s*$/i.test(filter) ? [] : next(entries, filter, types)) }),
};
