import type { Defect } from '../../defect.js';

export const profileUrlLost: Defect = {
  name: 'profile-url-lost',
  area: 'patch',
  kind: 'poor',
  title: 'A PATCH that gives somebody a profile URL is answered well, and the URL is not kept.',
  check: 'SC2134',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const { profileUrl: _, ...patched } = next(entry, operations);
      return patched;
    },
  }),
};
