import type { Defect } from '../../defect.js';

export const parallelChangesLost: Defect = {
  name: 'parallel-changes-lost',
  area: 'groups',
  title: 'Changes of one group that arrive at the same time overwrite one another.',
  failure: 'F31',
  check: 'SC2309',
  clients: ['entra'],
  hooks: ({ store, clock }) => ({
    save: (next, type, attributes, entry) => {
      if (type !== 'Group' || entry === undefined) return next(type, attributes, entry);
      // The change lands some time after it was computed, as in a server that reads, changes and writes without a lock.
      void clock.sleep(60).then(() => store.get('Group', entry.id) && next(type, attributes, entry));
      return { ...entry, attributes };
    },
    exchange: (next, request) => {
      const answer = next(request);
      const slow = ['PATCH', 'PUT'].includes(request.method) && request.path?.startsWith('/Groups/') === true;
      return slow ? { ...answer, delayMilliseconds: 90 } : answer;
    },
  }),
};
