import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const externalIdUuidOnly: Defect = {
  name: 'external-id-uuid-only',
  area: 'create',
  kind: 'values',
  title: 'A user whose externalId is no UUID is refused with 400.',
  check: 'SC1227',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const accepted = next(type, body);
      const externalId = accepted['externalId'];
      if (type === 'User' && typeof externalId === 'string' && !UUID.test(externalId))
        throw badRequest('invalidValue', 'externalId must be a UUID.');
      return accepted;
    },
  }),
};
