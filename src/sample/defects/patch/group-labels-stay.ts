import type { Defect } from '../../defect.js';
import { DESCRIBED_GROUPS } from '../../described-groups.js';

export const groupLabelsStay: Defect = {
  name: 'group-labels-stay',
  area: 'patch',
  kind: 'symmetry',
  title: 'Labels that a group has once stay as they are, whatever a PATCH says.',
  check: 'SC2113',
  clients: ['rfc'],
  schemas: [DESCRIBED_GROUPS],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const labels = entry.attributes['labels'];
      const patched = next(entry, operations);
      return labels === undefined ? patched : { ...patched, labels };
    },
  }),
};
