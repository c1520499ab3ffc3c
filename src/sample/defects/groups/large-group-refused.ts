import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { membersOf } from '../common.js';

export const largeGroupRefused: Defect = {
  name: 'large-group-refused',
  area: 'groups',
  kind: 'size',
  title: 'A group that would have more than a hundred members is refused with 500.',
  check: 'SC2316',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && membersOf({ attributes }).length > 100) throw new Refusal(500, 'too many SQL variables');
      next(type, attributes, entry);
    },
  }),
};
