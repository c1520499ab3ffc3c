import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const nullRefused: Defect = {
  name: 'null-refused',
  area: 'create',
  title: 'A null in a body is refused with 400.',
  failure: 'F62',
  check: 'SC1214',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      if (Object.values(body).includes(null)) throw badRequest('invalidValue', 'null is not a value.');
      return next(type, body);
    },
  }),
};
