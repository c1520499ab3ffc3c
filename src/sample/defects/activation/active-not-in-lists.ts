import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const activeNotInLists: Defect = {
  name: 'active-not-in-lists',
  area: 'activation',
  kind: 'picture',
  title: 'Lists do not show whether a user is active.',
  check: 'SC2403',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      if (route.kind !== 'collection' || request.method !== 'GET') return answer;
      return mapBody(answer, (body) => {
        const listed = isObject(body) ? body['Resources'] : undefined;
        if (!isObject(body) || !Array.isArray(listed)) return body;
        return {
          ...body,
          Resources: listed.map((each) =>
            isObject(each) ? Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'active')) : each,
          ),
        };
      });
    },
  }),
};
