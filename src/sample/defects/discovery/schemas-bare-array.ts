import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const schemasBareArray: Defect = {
  name: 'schemas-bare-array',
  area: 'discovery',
  title: '/Schemas answers a bare array.',
  failure: 'F76',
  check: 'SC1602',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return route.kind === 'schemas' ? mapBody(answer, (body) => (isObject(body) ? (body['Resources'] ?? body) : body)) : answer;
    },
  }),
};
