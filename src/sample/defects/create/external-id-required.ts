import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const externalIdRequired: Defect = {
  name: 'external-id-required',
  area: 'create',
  kind: 'poor',
  title: 'A user without externalId is refused with 400.',
  failure: 'F123',
  check: 'SC1224',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    create: (next, type, accepted) => {
      if (type === 'User' && accepted['externalId'] === undefined) throw badRequest('invalidValue', 'externalId is required.');
      return next(type, accepted);
    },
  }),
};
