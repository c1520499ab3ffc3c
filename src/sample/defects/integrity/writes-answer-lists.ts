import { LIST_RESPONSE_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const writesAnswerLists: Defect = {
  name: 'writes-answer-lists',
  area: 'integrity',
  title: 'A PUT or PATCH answers a ListResponse with the resource in it.',
  check: 'SC2712',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      const isWrite = (request.method === 'PUT' || request.method === 'PATCH') && route.kind === 'resource' && answer.status === 200;
      if (!isWrite) return answer;
      return mapBody(answer, (resource) => ({
        schemas: [LIST_RESPONSE_URN],
        totalResults: 1,
        startIndex: 1,
        itemsPerPage: 1,
        Resources: [resource],
      }));
    },
  }),
};
