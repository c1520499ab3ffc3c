import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const bareMembers: Variant = {
  name: 'bare-members',
  title: 'Members are shown with their value only.',
  allowedBy: 'RFC 7643 §4.2',
  hooks: () => ({
    render: (next, entry) => {
      const { members, ...rest } = next(entry);
      if (!Array.isArray(members)) return rest;
      return { ...rest, members: members.map((member) => (isObject(member) ? { value: member['value'] ?? null } : member)) };
    },
  }),
};
