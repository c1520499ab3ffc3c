import { isDeepStrictEqual } from 'node:util';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const noChangeRefused: Defect = {
  name: 'no-change-refused',
  area: 'patch',
  kind: 'again',
  title: 'A PATCH that changes nothing is refused with 400.',
  check: 'SC2151',
  also: { SC2136: 'The sample keeps no password, so that a new one changes nothing.' },
  clients: ['okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      if (isDeepStrictEqual(after, entry.attributes)) throw badRequest('invalidValue', 'Nothing to change.');
      return after;
    },
  }),
};
