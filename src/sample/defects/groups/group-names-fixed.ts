import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const groupNamesFixed: Defect = {
  name: 'group-names-fixed',
  area: 'groups',
  title: 'A group cannot be renamed, and /Schemas does not declare its displayName immutable.',
  check: 'SC2805',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      if (type === 'Group' && entry !== undefined && attributes['displayName'] !== entry.attributes['displayName'])
        throw new Refusal(403, 'The display name of a group is permanent.');
      return next(type, attributes, entry);
    },
  }),
};
