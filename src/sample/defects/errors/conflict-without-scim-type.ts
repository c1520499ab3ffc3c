import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const conflictWithoutScimType: Defect = {
  name: 'conflict-without-scim-type',
  area: 'errors',
  title: 'A 409 has no scimType.',
  failure: 'F53',
  check: 'SC1209',
  clients: ['rfc'],
  hooks: () => ({
    failure: (next, refusal, request) => next(refusal.status === 409 ? new Refusal(409, refusal.message) : refusal, request),
  }),
};
