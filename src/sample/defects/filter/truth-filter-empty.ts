import type { Defect } from '../../defect.js';
import { comparisonsIn } from '../common.js';

export const truthFilterEmpty: Defect = {
  name: 'truth-filter-empty',
  area: 'filter',
  title: 'A filter that compares with true or false finds nobody.',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) =>
      comparisonsIn(filter).every(({ value }) => typeof value !== 'boolean') && next(filter, resource, type),
  }),
};
