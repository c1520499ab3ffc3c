import type { Defect } from '../../defect.js';

export const attributeNamesCaseSensitive: Defect = {
  name: 'attribute-names-case-sensitive',
  area: 'create',
  title: 'Attribute names in a body are only understood as the schema spells them.',
  failure: 'F48',
  check: 'SC1121',
  clients: ['rfc'],
  hooks: () => ({
    accept: (next, type, body) => next(type, Object.fromEntries(Object.entries(body).filter(([key]) => !/^[A-Z]/.test(key)))),
  }),
};
