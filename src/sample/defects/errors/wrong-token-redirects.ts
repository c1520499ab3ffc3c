import type { Defect } from '../../defect.js';

export const wrongTokenRedirects: Defect = {
  name: 'wrong-token-redirects',
  area: 'errors',
  title: 'A wrong token is sent to a sign-in page.',
  failure: 'F81',
  check: 'SC1001',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      refusal.status === 401 ? { status: 302, headers: [['Location', 'https://sign-in.example.com/']] } : next(refusal, request),
  }),
};
