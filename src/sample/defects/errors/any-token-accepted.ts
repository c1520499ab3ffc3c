import type { Defect } from '../../defect.js';

export const anyTokenAccepted: Defect = {
  name: 'any-token-accepted',
  area: 'errors',
  title: 'Any token is accepted.',
  failure: 'F81',
  check: 'SC1007',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ authorize: () => undefined }),
};
