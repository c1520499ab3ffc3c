import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const putIgnoresMembers: Defect = {
  name: 'put-ignores-members',
  area: 'put',
  title: 'PUT answers 200 and leaves the members as they were.',
  failure: 'F68',
  check: 'SC2204',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const { members: _, ...after } = next(entry, accepted, body);
      return entry.type === 'Group' ? { ...after, members: membersOf(entry) } : after;
    },
  }),
};
