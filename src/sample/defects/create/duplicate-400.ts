import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const duplicate400: Defect = {
  name: 'duplicate-400',
  area: 'create',
  title: 'A second user with the same userName answers 400.',
  failure: 'F16',
  check: 'SC1208',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    unique: (next, type, attributes, entry) => {
      try {
        next(type, attributes, entry);
      } catch {
        throw badRequest('invalidValue', 'The name is taken.');
      }
    },
  }),
};
