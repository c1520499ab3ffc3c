import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';
import { membersOf } from '../common.js';

export const lastMemberStays: Defect = {
  name: 'last-member-stays',
  area: 'groups',
  title: 'A change that would leave a group without members is refused with 400.',
  check: 'SC2319',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && entry !== undefined && membersOf(entry).length > 0 && membersOf({ attributes }).length === 0)
        throw badRequest('invalidValue', 'A group must have at least one member.');
      next(type, attributes, entry);
    },
  }),
};
