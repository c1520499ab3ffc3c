import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';
import { pathless } from '../common.js';

export const readonlyIdRefused: Defect = {
  name: 'readonly-id-refused',
  area: 'patch',
  title: 'A PATCH whose value repeats the id, and a PUT with the id, are refused with 400.',
  failure: 'F27',
  check: ['SC2307', 'SC2201'],
  clients: ['okta'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (pathless(operations).some(([key]) => key === 'id')) throw badRequest('mutability', 'id is read-only.');
      return operations;
    },
    replace: (next, entry, accepted, body) => {
      if (body['id'] !== undefined) throw badRequest('mutability', 'id is read-only.');
      return next(entry, accepted, body);
    },
  }),
};
