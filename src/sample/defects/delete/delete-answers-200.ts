import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const deleteAnswers200: Defect = {
  name: 'delete-answers-200',
  area: 'delete',
  title: 'DELETE answers 200 with the resource.',
  failure: 'F91',
  check: 'SC2602',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return request.method === 'DELETE' && answer.status === 204 ? reply(200, { deleted: true }) : answer;
    },
  }),
};
