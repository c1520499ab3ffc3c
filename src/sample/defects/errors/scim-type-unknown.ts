import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const scimTypeUnknown: Defect = {
  name: 'scim-type-unknown',
  area: 'errors',
  title: 'scimType is a text of the server.',
  check: 'SC1122',
  clients: ['rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      next(refusal.status === 400 ? new Refusal(400, refusal.message, 'ERR_BAD_INPUT') : refusal, request),
  }),
};
