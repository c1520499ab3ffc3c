import type { Variant } from '../defect.js';
import { declareMembers } from './declare-members.js';

export const membersAmongTheUsersGroups: Variant = {
  name: 'members-among-the-users-groups',
  title: 'A group never shows its members, as /Schemas says; a user shows his groups.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) => declareMembers(next(), 'never'),
    render: (next, entry) => {
      const { members: _, ...rest } = next(entry);
      return rest;
    },
  }),
};
