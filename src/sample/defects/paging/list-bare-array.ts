import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const listBareArray: Defect = {
  name: 'list-bare-array',
  area: 'paging',
  title: 'A list is a bare array.',
  failure: 'F12',
  check: 'SC1105',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return route.kind === 'collection' && request.method === 'GET'
        ? mapBody(answer, (body) => (isObject(body) ? (body['Resources'] ?? []) : body))
        : answer;
    },
  }),
};
