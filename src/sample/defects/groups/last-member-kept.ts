import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const lastMemberKept: Defect = {
  name: 'last-member-kept',
  area: 'groups',
  title: 'A change that would leave a group without members is answered with 200, and the members stay.',
  check: 'SC2319',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const isEmptied = type === 'Group' && entry !== undefined && membersOf(entry).length > 0 && membersOf({ attributes }).length === 0;
      const { members } = entry?.attributes ?? {};
      return next(type, isEmptied && members !== undefined ? { ...attributes, members } : attributes, entry);
    },
  }),
};
