import type { Defect } from '../../defect.js';

export const groupRenameIgnored: Defect = {
  name: 'group-rename-ignored',
  area: 'groups',
  title: 'A PATCH of a group’s displayName answers 200 and keeps the old name.',
  failure: 'F36',
  check: 'SC2306',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const { displayName } = entry.attributes;
      return entry.type === 'Group' && displayName !== undefined ? { ...after, displayName } : after;
    },
  }),
};
