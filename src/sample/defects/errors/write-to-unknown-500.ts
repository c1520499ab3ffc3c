import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const writeToUnknown500: Defect = {
  name: 'write-to-unknown-500',
  area: 'errors',
  title: 'A PATCH, a PUT or a DELETE of an id that is gone answers 500; a GET answers 404.',
  failure: 'F113',
  check: 'SC1126',
  clients: ['rfc'],
  hooks: ({ stages }) => ({
    perform: (next, route, request) => {
      const isGone = route.kind === 'resource' && stages.find(route.type, route.id) === undefined;
      if (isGone && request.method !== 'GET') throw new Refusal(500, 'NoSuchElementException: no value present');
      return next(route, request);
    },
  }),
};
