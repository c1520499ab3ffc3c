import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const errorStatusNumber: Defect = {
  name: 'error-status-number',
  area: 'errors',
  title: 'The status in an error body is a number.',
  failure: 'F54',
  check: 'SC1103',
  clients: ['rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) => (isObject(body) ? { ...body, status: refusal.status } : body)),
  }),
};
