import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const putAnswers204: Defect = {
  name: 'put-answers-204',
  area: 'put',
  title: 'PUT answers 204, without the resource.',
  check: 'SC2145',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return request.method === 'PUT' && answer.status === 200 ? reply(204) : answer;
    },
  }),
};
