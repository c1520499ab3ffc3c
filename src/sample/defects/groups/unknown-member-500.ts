import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const unknownMember500: Defect = {
  name: 'unknown-member-500',
  area: 'groups',
  kind: 'again',
  title: 'Adding a member who does not exist answers 500.',
  failure: 'F41',
  check: 'SC2310',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      try {
        next(type, attributes, entry);
      } catch (error) {
        throw type === 'Group' ? new Refusal(500, 'A member could not be resolved.') : error;
      }
    },
  }),
};
