import type { Defect } from '../../defect.js';
import { comparisonsIn } from '../common.js';

export const extensionFilterEmpty: Defect = {
  name: 'extension-filter-empty',
  area: 'filter',
  title: 'A filter on an attribute of an extension finds nothing.',
  failure: 'F13',
  check: 'SC1316',
  clients: ['rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) =>
      comparisonsIn(filter).every(({ path }) => path.urn?.includes(':extension:') !== true) && next(filter, resource, type),
  }),
};
