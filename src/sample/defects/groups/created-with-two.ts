import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const createdWithTwo: Defect = {
  name: 'created-with-two',
  area: 'groups',
  title: 'Of the members that a new group is created with only the first two are kept.',
  check: 'SC1205',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    create: (next, type, accepted) => {
      const created = next(type, accepted);
      const members = membersOf({ attributes: created });
      return type === 'Group' && members.length > 2 ? { ...created, members: members.slice(0, 2) } : created;
    },
  }),
};
