import type { Defect } from '../../defect.js';

export const singleMemberNoList: Defect = {
  name: 'single-member-no-list',
  area: 'groups',
  title: 'The member of a group that has one stands there as an object, in no list.',
  check: 'SC1109',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const { members } = resource;
      if (entry.type !== 'Group' || !Array.isArray(members) || members.length !== 1) return resource;
      return { ...resource, members: members[0] ?? null };
    },
  }),
};
