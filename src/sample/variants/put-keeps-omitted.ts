import type { Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export const putKeepsOmitted: Variant = {
  name: 'put-keeps-omitted',
  title: 'PUT keeps the attributes that the body leaves out.',
  allowedBy: 'RFC 7644 §3.5.1',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const brought = next(entry, accepted, body);
      return {
        ...entry.attributes,
        ...brought,
        schemas: [...new Set([...list(entry.attributes['schemas']), ...list(brought['schemas'])])],
      };
    },
  }),
};
