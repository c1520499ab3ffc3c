import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { isScimJson } from '../common.js';

export const scimJsonRefused: Defect = {
  name: 'scim-json-refused',
  area: 'transport',
  title: 'A request in application/scim+json is refused with 415.',
  failure: 'F24',
  check: 'SC1216',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    body: (next, request) => {
      if (isScimJson(request)) throw new Refusal(415, 'The body must be application/json.');
      return next(request);
    },
  }),
};
