import type { Defect } from '../../defect.js';

export const secondOperationIgnored: Defect = {
  name: 'second-operation-ignored',
  area: 'patch',
  title: 'Of several operations in one PATCH only the first is applied.',
  failure: 'F95',
  check: 'SC2117',
  also: {
    SC2104: 'An element that a later operation removes stays.',
    SC2122: 'The operation that must fail is the second one.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ operations: (next, body, entry) => next(body, entry).slice(0, 1) }),
};
