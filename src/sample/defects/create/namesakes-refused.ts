import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const namesakesRefused: Defect = {
  name: 'namesakes-refused',
  area: 'create',
  title: 'The database keeps the display names of users unique: a second person of the same name is answered 409.',
  check: 'SC1229',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      const { displayName } = attributes;
      const isTaken = store.all('User').some((user) => user !== entry && user.attributes['displayName'] === displayName);
      if (type === 'User' && displayName !== undefined && isTaken)
        throw new Refusal(409, 'Duplicate entry for key users.display_name.', 'uniqueness');
      next(type, attributes, entry);
    },
  }),
};
