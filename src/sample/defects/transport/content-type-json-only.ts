import type { Defect } from '../../defect.js';
import { isScimJson } from '../common.js';

export const contentTypeJsonOnly: Defect = {
  name: 'content-type-json-only',
  area: 'transport',
  title: 'The body of a request in application/scim+json is ignored.',
  failure: 'F24',
  check: 'SC1216',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ body: (next, request) => (isScimJson(request) ? {} : next(request)) }),
};
