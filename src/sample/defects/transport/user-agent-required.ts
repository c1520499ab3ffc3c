import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const userAgentRequired: Defect = {
  name: 'user-agent-required',
  area: 'transport',
  title: 'A request without a User-Agent is refused with 403.',
  failure: 'F71',
  check: 'SC1004',
  clients: ['entra'],
  hooks: () => ({
    authorize: (next, request) => {
      if (request.headers['user-agent'] === undefined) throw new Refusal(403, 'Forbidden.');
      next(request);
    },
  }),
};
