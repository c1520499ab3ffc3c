import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const errorNested: Defect = {
  name: 'error-nested',
  area: 'errors',
  title: 'The error is wrapped in another object.',
  failure: 'F54',
  check: 'SC1102',
  clients: ['okta', 'rfc'],
  hooks: () => ({ failure: (next, refusal, request) => mapBody(next(refusal, request), (body) => ({ error: body })) }),
};
