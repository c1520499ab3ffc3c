import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const writesAnswerFirstGroup: Defect = {
  name: 'writes-answer-first-group',
  area: 'groups',
  title: 'A PATCH or PUT of a group is carried out, and answered with the first group.',
  check: 'SC2715',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store, stages }) => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      const first = store.all('Group')[0];
      const isWrite = request.method === 'PATCH' || request.method === 'PUT';
      if (!isWrite || route.kind !== 'resource' || route.type !== 'Group' || answer.status !== 200 || first === undefined) return answer;
      return mapBody(answer, () => stages.render(first));
    },
  }),
};
