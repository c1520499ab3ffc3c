import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const wrongToken403: Defect = {
  name: 'wrong-token-403',
  area: 'errors',
  title: 'A wrong token answers 403.',
  failure: 'F81',
  check: 'SC1001',
  clients: ['okta', 'rfc'],
  hooks: () => ({ failure: (next, refusal, request) => next(refusal.status === 401 ? new Refusal(403, 'Forbidden.') : refusal, request) }),
};
