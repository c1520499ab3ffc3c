import type { Defect } from '../../defect.js';

export const putMerges: Defect = {
  name: 'put-merges',
  area: 'put',
  title: 'PUT keeps the attributes that the body leaves out.',
  failure: 'F68',
  check: '',
  clients: ['rfc'],
  hooks: () => ({ replace: (next, entry, accepted, body) => ({ ...entry.attributes, ...next(entry, accepted, body) }) }),
};
