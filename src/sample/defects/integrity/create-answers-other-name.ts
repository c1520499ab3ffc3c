import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const createAnswersOtherName: Defect = {
  name: 'create-answers-other-name',
  area: 'integrity',
  kind: 'answers',
  title: 'The answer to a create shows the displayName in lower case, which a read does not.',
  check: 'SC2712',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      if (request.method !== 'POST' || answer.status !== 201) return answer;
      return mapBody(answer, (body) => (isObject(body) ? { ...body, displayName: String(body['displayName']).toLowerCase() } : body));
    },
  }),
};
