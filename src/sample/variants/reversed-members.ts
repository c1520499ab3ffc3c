import type { Variant } from '../defect.js';

export const reversedMembers: Variant = {
  name: 'reversed-members',
  title: 'Members and other values stand in another order.',
  allowedBy: 'RFC 7643 §2.4',
  hooks: () => ({
    render: (next, entry) =>
      Object.fromEntries(Object.entries(next(entry)).map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value])),
  }),
};
