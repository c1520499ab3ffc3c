import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const resourceTypesBareArray: Defect = {
  name: 'resource-types-bare-array',
  area: 'discovery',
  title: '/ResourceTypes answers a bare array.',
  failure: 'F76',
  check: 'SC1603',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return route.kind === 'resourceTypes' ? mapBody(answer, (body) => (isObject(body) ? (body['Resources'] ?? body) : body)) : answer;
    },
  }),
};
