import type { Variant } from '../defect.js';

export const putKeepsOmitted: Variant = {
  name: 'put-keeps-omitted',
  title: 'PUT keeps the attributes that the body leaves out.',
  allowedBy: 'RFC 7644 §3.5.1',
  clients: ['entra', 'rfc'],
  hooks: () => ({ replace: (next, entry, accepted, body) => ({ ...entry.attributes, ...next(entry, accepted, body) }) }),
};
