import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { mapBody } from '../reply.js';

export const errorsWithoutDetail: Variant = {
  name: 'errors-without-detail',
  title: 'Errors have no detail.',
  allowedBy: 'RFC 7644 §3.12',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) =>
        isObject(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'detail')) : body,
      ),
  }),
};
