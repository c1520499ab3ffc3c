import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const stackTracesShown: Defect = {
  name: 'stack-traces-shown',
  area: 'errors',
  kind: 'answers',
  title: 'Errors show where in the code they came from.',
  check: 'SC1144',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) => (isObject(body) ? { ...body, detail: trace(refusal.message) } : body)),
  }),
};

function trace(message: string): string {
  return `Error: ${message}\n    at find (/srv/app/users.js:10:3)\n    at handle (/srv/app/index.js:42:11)`;
}
