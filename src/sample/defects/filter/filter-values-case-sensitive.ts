import type { Defect } from '../../defect.js';
import { comparisonsIn } from '../common.js';

export const filterValuesCaseSensitive: Defect = {
  name: 'filter-values-case-sensitive',
  area: 'filter',
  title: 'A filter compares all texts but the names of users and groups with regard to case.',
  failure: 'F15',
  check: 'SC1317',
  clients: ['rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) => {
      const held = JSON.stringify(resource);
      const exact = comparisonsIn(filter).filter(({ path, op }) => op === 'eq' && /^(title|type)$/i.test(path.attribute ?? ''));
      return exact.every(({ value }) => held.includes(JSON.stringify(value))) && next(filter, resource, type);
    },
  }),
};
