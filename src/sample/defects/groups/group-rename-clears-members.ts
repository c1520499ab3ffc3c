import type { Defect } from '../../defect.js';

export const groupRenameClearsMembers: Defect = {
  name: 'group-rename-clears-members',
  area: 'groups',
  title: 'Renaming a group empties it.',
  failure: 'F29',
  check: 'SC2308',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      if (entry.type !== 'Group' || after['displayName'] === entry.attributes['displayName']) return after;
      const { members: _, ...rest } = after;
      return rest;
    },
  }),
};
