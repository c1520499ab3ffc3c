import type { Defect } from '../../defect.js';

export const totalIsPageSize: Defect = {
  name: 'total-is-page-size',
  area: 'paging',
  title: 'totalResults is the number of resources on the page.',
  failure: 'F52',
  check: 'SC1402',
  also: { SC1404: 'A page behind the last one has a total of its own.', SC1441: 'So has a page of what a filter finds.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ envelope: (next, resources, page, query) => ({ ...next(resources, page, query), totalResults: resources.length }) }),
};
