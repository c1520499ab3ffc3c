import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { membersOf } from '../common.js';

export const membersLimited: Defect = {
  name: 'members-limited',
  area: 'groups',
  kind: 'size',
  title: 'A group that would have more than fifty members is refused, with a word about the limit.',
  check: 'SC2830',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && membersOf({ attributes }).length > 50) throw new Refusal(413, 'A group has at most 50 members.');
      next(type, attributes, entry);
    },
  }),
};
