import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const noPatch: Variant = {
  name: 'no-patch',
  title: 'PATCH is not supported, and ServiceProviderConfig says so.',
  allowedBy: 'RFC 7644 §3.5.2',
  clients: ['rfc'],
  hooks: () => ({
    config: (next) => ({ ...next(), patch: { supported: false } }),
    perform: (next, route, request) => {
      if (request.method === 'PATCH') throw new Refusal(501, 'PATCH is not supported.');
      return next(route, request);
    },
  }),
};
