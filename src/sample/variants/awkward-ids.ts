import { nameAttribute } from '../../scim/message.js';
import type { Variant } from '../defect.js';

export const awkwardIds: Variant = {
  name: 'awkward-ids',
  title: 'The id of a user is the userName, the id of a group its name: both need percent-encoding in paths.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: () => {
    const given = new Set<string>();
    return {
      newId: (next, type, attributes) => {
        const id = String(attributes[nameAttribute(type)]);
        // An id is never given again (RFC 7643 §3.1).
        if (given.has(id)) return next(type, attributes);
        given.add(id);
        return id;
      },
    };
  },
};
