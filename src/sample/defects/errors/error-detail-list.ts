import { getMember, isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const errorDetailList: Defect = {
  name: 'error-detail-list',
  area: 'errors',
  title: 'The detail in an error body is a list of texts.',
  check: 'SC1129',
  clients: ['rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) => (isObject(body) ? { ...body, detail: [getMember(body, 'detail') ?? 'refused'] } : body)),
  }),
};
