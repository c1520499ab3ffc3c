import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const namelessPut500: Defect = {
  name: 'nameless-put-500',
  area: 'put',
  kind: 'poor',
  title: 'A PUT of a user who has no name yet answers 500.',
  check: 'SC2201',
  clients: ['okta'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      if (entry.type === 'User' && entry.attributes['name'] === undefined) throw new Refusal(500, 'cannot read properties of null');
      return next(entry, accepted, body);
    },
  }),
};
