import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const malformedId500: Defect = {
  name: 'malformed-id-500',
  area: 'errors',
  title: 'An id that is no UUID answers 500.',
  failure: 'F55',
  check: 'SC2503',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    find: (next, type, id) => {
      if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Refusal(500, 'invalid input syntax for type uuid');
      return next(type, id);
    },
  }),
};
