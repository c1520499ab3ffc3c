import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const noBulk: Variant = {
  name: 'no-bulk',
  title: 'Bulk requests are not supported, and ServiceProviderConfig says so.',
  allowedBy: 'RFC 7644 §3.7',
  hooks: () => ({
    config: (next) => ({ ...next(), bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 } }),
    bulk: () => {
      throw new Refusal(501, 'Bulk requests are not supported.');
    },
  }),
};
