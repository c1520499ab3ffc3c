import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const putMergesMembers: Defect = {
  name: 'put-merges-members',
  area: 'put',
  title: 'PUT adds the members of the body to those who are there.',
  failure: 'F68',
  check: 'SC2204',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      const known = membersOf({ attributes: after });
      const old = membersOf(entry).filter((member) => !known.some((each) => each['value'] === member['value']));
      return entry.type === 'Group' ? { ...after, members: [...known, ...old] } : after;
    },
  }),
};
