import type { Variant } from '../defect.js';

const URN = 'urn:example:params:scim:schemas:sample:1.0:Extra';

export const extraAttributes: Variant = {
  name: 'extra-attributes',
  title: 'Resources carry an extension that no client asked for.',
  allowedBy: 'RFC 7643 §3.3',
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const schemas = Array.isArray(resource['schemas']) ? resource['schemas'] : [];
      return { ...resource, schemas: [...schemas, URN], [URN]: { shard: 7, tags: ['a', 'b'] } };
    },
  }),
};
