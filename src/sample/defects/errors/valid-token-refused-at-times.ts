import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** One request of so many is refused. */
const EVERY = 40;

export const validTokenRefusedAtTimes: Defect = {
  name: 'valid-token-refused-at-times',
  area: 'errors',
  title: 'At times a valid token is refused with 401.',
  check: 'SC1008',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    let count = 0;
    return {
      authorize: (next, request) => {
        next(request);
        count += 1;
        if (count % EVERY === 0) throw new Refusal(401, 'The store of tokens cannot be reached.');
      },
    };
  },
};
