import type { Variant } from '../defect.js';

export const groupsNotShown: Variant = {
  name: 'groups-not-shown',
  title: 'Users do not show their groups.',
  allowedBy: 'RFC 7643 §4.1.2',
  hooks: () => ({
    render: (next, entry) => {
      const { groups: _, ...rest } = next(entry);
      return rest;
    },
  }),
};
