import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const charsetRefused: Defect = {
  name: 'charset-refused',
  area: 'transport',
  title: 'A media type with a charset is refused with 415.',
  failure: 'F24',
  check: 'SC1216',
  clients: ['entra', 'okta'],
  hooks: () => ({
    body: (next, request) => {
      if (request.headers['content-type']?.includes('charset') === true) throw new Refusal(415, 'The media type is not supported.');
      return next(request);
    },
  }),
};
