import type { Defect } from '../../defect.js';

export const excludedAttributesIgnored: Defect = {
  name: 'excluded-attributes-ignored',
  area: 'groups',
  title: 'excludedAttributes=members still returns the members.',
  failure: 'F33',
  check: ['SC1305', 'SC1503'],
  clients: ['entra', 'rfc'],
  hooks: () => ({ query: (next, request) => ({ ...next(request), excludedAttributes: [] }) }),
};
