import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const membersCutAtTwenty: Defect = {
  name: 'members-cut-at-twenty',
  area: 'groups',
  kind: 'size',
  title: 'A group shows its first twenty members.',
  check: 'SC2316',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      return entry.type === 'Group' && 'members' in resource
        ? { ...resource, members: membersOf({ attributes: resource }).slice(0, 20) }
        : resource;
    },
  }),
};
