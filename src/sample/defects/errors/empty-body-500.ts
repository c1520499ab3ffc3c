import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const emptyBody500: Defect = {
  name: 'empty-body-500',
  area: 'errors',
  title: 'A creation without a body answers 500.',
  check: 'SC1123',
  clients: ['rfc'],
  hooks: () => ({
    body: (next, request) => {
      if (request.body.length === 0) throw new Refusal(500, 'cannot destructure property of undefined');
      return next(request);
    },
  }),
};
