import type { Variant } from '../defect.js';
import { declareMembers } from './declare-members.js';

export const membersNeverShown: Variant = {
  name: 'members-never-shown',
  title: 'Neither a group shows its members nor a user his groups, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) => declareMembers(next(), 'never'),
    render: (next, entry) => {
      const { members: _members, groups: _groups, ...rest } = next(entry);
      return rest;
    },
  }),
};
