import type { Variant } from '../defect.js';

export const nullsForNothing: Variant = {
  name: 'nulls-for-nothing',
  title: 'Attributes without a value are shown as null.',
  allowedBy: 'RFC 7643 §2.5',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    render: (next, entry) => ({ ...(entry.type === 'User' ? { nickName: null, profileUrl: null, ims: null } : {}), ...next(entry) }),
  }),
};
