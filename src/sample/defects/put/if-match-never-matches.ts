import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const ifMatchNeverMatches: Defect = {
  name: 'if-match-never-matches',
  area: 'put',
  title: 'Every request with If-Match is answered 412.',
  check: 'SC1804',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.headers['if-match'] !== undefined) throw new Refusal(412, 'The resource has changed.');
      return next(route, request);
    },
  }),
};
