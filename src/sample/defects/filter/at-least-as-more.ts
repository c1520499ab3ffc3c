import type { Defect } from '../../defect.js';

export const atLeastAsMore: Defect = {
  name: 'at-least-as-more',
  area: 'filter',
  title: 'The operators ge and le do not find the value itself.',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => next(entries, filter.replaceAll(' ge ', ' gt ').replaceAll(' le ', ' lt '), types),
  }),
};
