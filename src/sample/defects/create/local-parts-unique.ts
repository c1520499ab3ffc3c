import type { JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** What stands before the @; a name without one is nobody's address. */
function localPartOf({ userName }: JsonObject): string | undefined {
  return typeof userName === 'string' && userName.includes('@') ? userName.slice(0, userName.lastIndexOf('@')).toLowerCase() : undefined;
}

export const localPartsUnique: Defect = {
  name: 'local-parts-unique',
  area: 'create',
  title: 'A nickname is made of what stands before the @ of the userName, and is unique: somebody of another domain is answered 409.',
  check: 'SC1229',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      const local = type === 'User' ? localPartOf(attributes) : undefined;
      const isTaken = store.all('User').some((user) => user !== entry && localPartOf(user.attributes) === local);
      if (local !== undefined && isTaken) throw new Refusal(409, 'The nickname is taken.', 'uniqueness');
      next(type, attributes, entry);
    },
  }),
};
