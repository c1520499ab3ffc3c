import type { Defect } from '../../defect.js';
import { withoutHeader } from '../../reply.js';

export const challengeMissing: Defect = {
  name: 'challenge-missing',
  area: 'errors',
  title: 'A 401 has no WWW-Authenticate header.',
  check: 'SC1005',
  clients: ['rfc'],
  hooks: () => ({ exchange: (next, request) => withoutHeader(next(request), 'WWW-Authenticate') }),
};
