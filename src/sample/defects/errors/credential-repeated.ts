import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const credentialRepeated: Defect = {
  name: 'credential-repeated',
  area: 'errors',
  kind: 'answers',
  title: 'Errors repeat the headers of the request, the token among them.',
  check: 'SC1145',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) =>
        isObject(body) ? { ...body, detail: `${refusal.message} (authorization: ${request.headers['authorization'] ?? ''})` } : body,
      ),
  }),
};
