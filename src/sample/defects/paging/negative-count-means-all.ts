import type { Defect } from '../../defect.js';

/** As much code does that takes -1 for "no limit", or cuts a list with it. */
export const negativeCountMeansAll: Defect = {
  name: 'negative-count-means-all',
  area: 'paging',
  kind: 'pages',
  title: 'A negative count is answered with everybody.',
  check: 'SC1405',
  clients: ['rfc'],
  hooks: () => ({
    query: (next, request) => next({ ...request, query: request.query.replace(/(^|&)count=-[^&]*/, '') }),
  }),
};
