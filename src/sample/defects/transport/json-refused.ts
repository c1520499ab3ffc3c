import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { isScimJson } from '../common.js';

export const jsonRefused: Defect = {
  name: 'json-refused',
  area: 'transport',
  title: 'A request in application/json is refused with 415.',
  failure: 'F24',
  check: 'SC1216',
  clients: ['okta'],
  hooks: () => ({
    body: (next, request) => {
      if (!isScimJson(request)) throw new Refusal(415, 'The body must be application/scim+json.');
      return next(request);
    },
  }),
};
