import type { Defect } from '../../defect.js';

export const operationsReversed: Defect = {
  name: 'operations-reversed',
  area: 'patch',
  title: 'The operations of a PATCH are applied from the last to the first.',
  failure: 'F95',
  check: 'SC2130',
  clients: ['rfc'],
  hooks: () => ({ operations: (next, body, entry) => [...next(body, entry)].reverse() }),
};
