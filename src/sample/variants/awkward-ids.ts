import type { Variant } from '../defect.js';

export const awkwardIds: Variant = {
  name: 'awkward-ids',
  title: 'The id of a user is the userName, the id of a group its name: both need percent-encoding in paths.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: ({ store }) => ({
    newId: (next, type, attributes) => {
      const id = String(attributes[type === 'User' ? 'userName' : 'displayName']);
      return store.get('User', id) === undefined && store.get('Group', id) === undefined ? id : next(type, attributes);
    },
  }),
};
