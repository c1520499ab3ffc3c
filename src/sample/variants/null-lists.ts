import type { Variant } from '../defect.js';

export const nullLists: Variant = {
  name: 'null-lists',
  title: 'An empty list has null in place of Resources; Entra and Okta were seen to want a list.',
  allowedBy: 'RFC 7643 §2.5',
  clients: ['rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const list = next(resources, page, query);
      return resources.length === 0 ? { ...list, Resources: null } : list;
    },
  }),
};
