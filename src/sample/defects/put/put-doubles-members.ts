import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const putDoublesMembers: Defect = {
  name: 'put-doubles-members',
  area: 'put',
  kind: 'again',
  title: 'A PUT of a group adds those once more who are members already.',
  check: 'SC2311',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      const held = new Set(membersOf(entry).map((member) => member['value']));
      const doubled = membersOf({ attributes: after }).flatMap((member) => (held.has(member['value']) ? [member, member] : [member]));
      return entry.type === 'Group' ? { ...after, members: doubled } : after;
    },
  }),
};
