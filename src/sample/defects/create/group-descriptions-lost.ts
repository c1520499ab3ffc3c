import type { Defect } from '../../defect.js';
import { DESCRIBED_GROUPS } from '../../described-groups.js';

export const groupDescriptionsLost: Defect = {
  name: 'group-descriptions-lost',
  area: 'create',
  kind: 'symmetry',
  title: 'Descriptions of groups, which /Schemas advertises, are accepted when a group is created and not kept.',
  check: 'SC1205',
  clients: ['rfc'],
  schemas: [DESCRIBED_GROUPS],
  hooks: () => ({
    create: (next, type, accepted) => {
      const { description: _, ...rest } = next(type, accepted);
      return rest;
    },
  }),
};
