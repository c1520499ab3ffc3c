import type { Defect } from '../../defect.js';

export const patchNotAtomic: Defect = {
  name: 'patch-not-atomic',
  area: 'patch',
  title: 'When an operation fails, those before it stay applied.',
  check: 'SC2120',
  clients: ['rfc'],
  hooks: ({ stages }) => ({
    patch: (next, entry, operations) => {
      try {
        return next(entry, operations);
      } catch (error) {
        for (let last = operations.length - 1; last > 0; last -= 1) applyFirst(last);
        throw error;
      }
      function applyFirst(count: number): void {
        try {
          stages.save(entry.type, next(entry, operations.slice(0, count)), entry);
        } catch {
          // The failing operation is among these: fewer may work.
        }
      }
    },
  }),
};
