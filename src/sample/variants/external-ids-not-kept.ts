import type { Variant } from '../defect.js';

export const externalIdsNotKept: Variant = {
  name: 'external-ids-not-kept',
  title: 'externalId is not kept; Entra maps it.',
  allowedBy: 'RFC 7643 §3.1',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const { externalId: _, ...kept } = next(type, body);
      return kept;
    },
  }),
};
