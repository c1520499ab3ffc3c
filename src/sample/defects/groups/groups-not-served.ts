import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const groupsNotServed: Defect = {
  name: 'groups-not-served',
  area: 'groups',
  title: 'Groups are listed in /Schemas and /ResourceTypes, and /Groups is answered 501.',
  check: 'SC2807',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (/^\/groups\b/i.test(request.path ?? '')) throw new Refusal(501, 'Groups are not implemented.');
      return next(route, request);
    },
  }),
};
