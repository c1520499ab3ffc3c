import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const acceptRequired: Defect = {
  name: 'accept-required',
  area: 'transport',
  title: 'A request without an Accept header is refused with 406.',
  failure: 'F72',
  check: 'SC1004',
  clients: ['entra'],
  hooks: () => ({
    authorize: (next, request) => {
      next(request);
      if (request.headers['accept']?.includes('json') !== true) throw new Refusal(406, 'Not acceptable.');
    },
  }),
};
