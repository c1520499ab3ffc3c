import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const putOfOwnNameTaken: Defect = {
  name: 'put-of-own-name-taken',
  area: 'put',
  kind: 'symmetry',
  title: 'A PUT of a group with the name that it has is refused with 409.',
  check: 'SC1242',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      if (entry.type === 'Group' && accepted['displayName'] === entry.attributes['displayName'])
        throw new Refusal(409, 'The displayName is taken.', 'uniqueness');
      return next(entry, accepted, body);
    },
  }),
};
