import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const answersWithoutId: Defect = {
  name: 'answers-without-id',
  area: 'shape',
  kind: 'answers',
  title: 'The answer to a PATCH or PUT of a user shows everything but the id.',
  check: 'SC1148',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      if ((request.method !== 'PATCH' && request.method !== 'PUT') || route.kind !== 'resource' || route.type !== 'User') return answer;
      return mapBody(answer, (body) =>
        isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'id')) : body,
      );
    },
  }),
};
