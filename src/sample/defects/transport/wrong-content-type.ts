import type { Defect } from '../../defect.js';
import { withHeader } from '../../reply.js';

export const wrongContentType: Defect = {
  name: 'wrong-content-type',
  area: 'transport',
  title: 'Answers are application/json.',
  failure: 'F23',
  check: 'SC1101',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      return answer.body === undefined ? answer : withHeader(answer, 'Content-Type', 'application/json');
    },
  }),
};
