import type { Defect } from '../../defect.js';

/** How long two requests may lie apart to count as one moment, in milliseconds. */
const MOMENT = 60;

export const parallelDuplicatesAccepted: Defect = {
  name: 'parallel-duplicates-accepted',
  area: 'create',
  title: 'Two creates of one userName that arrive at the same time are both carried out.',
  failure: 'F90',
  check: 'SC1218',
  clients: ['rfc'],
  hooks: ({ store, clock }) => ({
    // A name that was taken a moment ago is not seen yet, as in a server that looks before it writes.
    unique: (next, type, attributes, entry) => {
      const name = String(attributes['userName']).toLowerCase();
      const [holder] = store.all(type).filter((other) => String(other.attributes['userName']).toLowerCase() === name);
      const fresh = holder !== undefined && clock.now() - Date.parse(holder.created) < MOMENT;
      if (type !== 'User' || entry !== undefined || !fresh) next(type, attributes, entry);
    },
    // Nobody who waits for the answer can send the second one so soon.
    exchange: (next, request) => {
      const answer = next(request);
      const slow = request.method === 'POST' && request.path === '/Users';
      return slow ? { ...answer, delayMilliseconds: 2 * MOMENT } : answer;
    },
  }),
};
