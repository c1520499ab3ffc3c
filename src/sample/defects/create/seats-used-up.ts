import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** So many people may be there. */
const SEATS = 12;

export const seatsUsedUp: Defect = {
  name: 'seats-used-up',
  area: 'create',
  title: 'The plan has room for twelve people: whoever is one too many is refused with 403.',
  check: 'SC2801',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    create: (next, type, accepted) => {
      if (type === 'User' && store.all('User').length >= SEATS) throw new Refusal(403, 'No seats left in your plan.');
      return next(type, accepted);
    },
  }),
};
