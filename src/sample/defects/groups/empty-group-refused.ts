import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';
import { membersOf } from '../common.js';

export const emptyGroupRefused: Defect = {
  name: 'empty-group-refused',
  area: 'groups',
  kind: 'poor',
  title: 'A new group without members is refused with 400.',
  check: 'SC2318',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && entry === undefined && membersOf({ attributes }).length === 0)
        throw badRequest('invalidValue', 'members must not be empty.');
      next(type, attributes, entry);
    },
  }),
};
