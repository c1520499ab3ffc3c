import type { Variant } from '../defect.js';

export const reversedAttributes: Variant = {
  name: 'reversed-attributes',
  title: 'The attributes stand in another order.',
  allowedBy: 'RFC 8259 §4',
  hooks: () => ({ project: (next, resource, type, query) => Object.fromEntries(Object.entries(next(resource, type, query)).reverse()) }),
};
