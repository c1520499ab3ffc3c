import type { Defect } from '../../defect.js';
import { withoutMember } from '../common.js';

export const putGroupsHonoured: Defect = {
  name: 'put-groups-honoured',
  area: 'put',
  title: 'A PUT with an empty list of groups takes the user out of every group.',
  check: 'SC2312',
  clients: ['okta'],
  hooks: ({ store, stages }) => ({
    replace: (next, entry, accepted, body) => {
      const groups = body['groups'];
      if (entry.type === 'User' && Array.isArray(groups) && groups.length === 0) {
        for (const group of store.groupsWith(entry.id)) {
          stages.save('Group', withoutMember(group, entry.id), group);
        }
      }
      return next(entry, accepted, body);
    },
  }),
};
