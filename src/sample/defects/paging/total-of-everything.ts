import type { Defect } from '../../defect.js';

export const totalOfEverything: Defect = {
  name: 'total-of-everything',
  area: 'paging',
  title: 'totalResults counts all users, whatever the filter.',
  check: 'SC1301',
  also: { SC1409: 'Lists count those who are filtered out as well.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ stages }) => ({
    envelope: (next, resources, page, query) => ({ ...next(resources, page, query), totalResults: stages.entries('User').length }),
  }),
};
