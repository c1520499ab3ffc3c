import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** How long a lock is held, in milliseconds. */
const HELD = 60;

export const parallelCreatesFail: Defect = {
  name: 'parallel-creates-fail',
  area: 'create',
  title: 'Of people whose names begin alike and who are created at the same time, all but one are refused.',
  check: 'SC1219',
  clients: ['rfc'],
  hooks: ({ clock }) => {
    const locks = new Map<string, number>();
    return {
      create: (next, type, accepted) => {
        const key = String(accepted['userName']).slice(0, 9);
        const since = clock.now() - (locks.get(key) ?? 0);
        if (type === 'User' && key === 'parallel.' && since < HELD) throw new Refusal(409, 'The lock is held.', 'uniqueness');
        locks.set(key, clock.now());
        return next(type, accepted);
      },
    };
  },
};
