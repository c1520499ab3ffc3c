import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** One request of so many fails. */
const EVERY = 17;

export const serverErrorsAtTimes: Defect = {
  name: 'server-errors-at-times',
  area: 'errors',
  title: 'At times a request is answered with 500, and the same one a moment later is served.',
  check: 'SC1009',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    let count = 0;
    return {
      perform: (next, route, request) => {
        count += 1;
        if (count % EVERY === 0) throw new Refusal(500, 'No connection to the database could be had.');
        return next(route, request);
      },
    };
  },
};
