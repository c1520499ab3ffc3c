import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const versionsDemanded: Variant = {
  name: 'versions-demanded',
  title: 'A change is served only with If-Match, which Entra and Okta do not send.',
  allowedBy: 'RFC 6585 §3',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const changes = ['PUT', 'PATCH', 'DELETE'].includes(request.method ?? '');
      const hasMatch = Object.keys(request.headers).some((name) => name.toLowerCase() === 'if-match');
      if (changes && !hasMatch) throw new Refusal(428, 'Say in If-Match which version is meant.');
      return next(route, request);
    },
  }),
};
