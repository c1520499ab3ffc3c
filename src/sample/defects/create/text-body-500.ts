import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const textBody500: Defect = {
  name: 'text-body-500',
  area: 'create',
  title: 'A body that is no object answers 500.',
  check: 'SC1123',
  clients: ['rfc'],
  hooks: () => ({
    body: (next, request) => {
      if (request.body[0] === 34) throw new Refusal(500, 'unexpected type');
      return next(request);
    },
  }),
};
