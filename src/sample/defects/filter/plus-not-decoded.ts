import type { Defect } from '../../defect.js';

export const plusNotDecoded: Defect = {
  name: 'plus-not-decoded',
  area: 'filter',
  title: 'A plus in the query is not read as a space.',
  failure: 'F25',
  check: 'SC1308',
  clients: ['entra'],
  hooks: () => ({ query: (next, request) => next({ ...request, query: request.query.replaceAll('+', '%2B') }) }),
};
