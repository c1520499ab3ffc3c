import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const putCutsMembers: Defect = {
  name: 'put-cuts-members',
  area: 'put',
  kind: 'size',
  title: 'Of the members that a PUT of a group has, the first fifty are kept; what a PATCH adds is kept.',
  check: 'SC2316',
  clients: ['okta'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      return entry.type === 'Group' && 'members' in after ? { ...after, members: membersOf({ attributes: after }).slice(0, 50) } : after;
    },
  }),
};
