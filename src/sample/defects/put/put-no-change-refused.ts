import { isDeepStrictEqual } from 'node:util';
import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const putNoChangeRefused: Defect = {
  name: 'put-no-change-refused',
  area: 'put',
  kind: 'again',
  title: 'A PUT that changes nothing is refused with 409.',
  check: 'SC2251',
  clients: ['okta'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      if (isDeepStrictEqual(after, entry.attributes)) throw new Refusal(409, 'Nothing to change.');
      return after;
    },
  }),
};
