import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const groupsReadOnly: Defect = {
  name: 'groups-read-only',
  area: 'groups',
  title: 'Groups can be read, and are made in the app alone: every write to one is answered 403.',
  check: 'SC2807',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (/^\/groups\b/i.test(request.path ?? '') && request.method !== 'GET') throw new Refusal(403, 'Groups are managed in the app.');
      return next(route, request);
    },
  }),
};
