import type { Defect } from '../../defect.js';

export const missingTokenAccepted: Defect = {
  name: 'missing-token-accepted',
  area: 'errors',
  title: 'A request without a credential is served; a wrong one is refused.',
  failure: 'F81',
  check: 'SC1006',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ authorize: (next, request) => (request.headers['authorization'] === undefined ? undefined : next(request)) }),
};
