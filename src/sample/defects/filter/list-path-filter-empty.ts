import type { Defect } from '../../defect.js';
import { comparisonsIn } from '../common.js';

export const listPathFilterEmpty: Defect = {
  name: 'list-path-filter-empty',
  area: 'filter',
  title: 'A filter on a sub-attribute of a list without brackets, such as emails.value, finds nobody.',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) =>
      comparisonsIn(filter).every(({ path }) => path.attribute !== 'emails' || path.sub === undefined || path.filter !== undefined) &&
      next(filter, resource, type),
  }),
};
