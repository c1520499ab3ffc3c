import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const detailMissing401: Defect = {
  name: 'detail-missing-401',
  area: 'errors',
  title: 'A 401 carries an Error without detail.',
  failure: 'F81',
  check: 'SC1002',
  clients: ['okta'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      refusal.status === 401
        ? mapBody(next(refusal, request), (body) =>
            isObject(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'detail')) : body,
          )
        : next(refusal, request),
  }),
};
