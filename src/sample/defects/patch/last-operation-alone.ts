import type { Defect } from '../../defect.js';

export const lastOperationAlone: Defect = {
  name: 'last-operation-alone',
  area: 'patch',
  title: 'Of several operations in one PATCH only the last is applied.',
  failure: 'F95',
  check: 'SC2117',
  clients: ['entra', 'rfc'],
  hooks: () => ({ operations: (next, body, entry) => next(body, entry).slice(-1) }),
};
