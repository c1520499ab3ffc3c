import { isObject } from '../../../scim/json.js';
import { LIST_RESPONSE_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const readLists: Defect = {
  name: 'read-lists',
  area: 'errors',
  title: 'A GET of a user by id answers a ListResponse with the user in it.',
  failure: 'F119',
  check: 'SC2505',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      if (request.method !== 'GET' || route.kind !== 'resource' || route.type !== 'User' || !isObject(answer.body)) return answer;
      const list = { schemas: [LIST_RESPONSE_URN], totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [answer.body] };
      return { ...answer, body: list };
    },
  }),
};
