import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const versionsWanted: Defect = {
  name: 'versions-wanted',
  area: 'patch',
  title: 'A PUT, PATCH or DELETE without If-Match is answered 412.',
  check: 'SC2806',
  clients: ['entra', 'okta'],
  hooks: () => ({
    perform: (next, route, request) => {
      const changes = route.kind === 'resource' && ['PUT', 'PATCH', 'DELETE'].includes(request.method ?? '');
      const hasMatch = Object.keys(request.headers).some((name) => name.toLowerCase() === 'if-match');
      if (changes && !hasMatch) throw new Refusal(412, 'If-Match is required.');
      return next(route, request);
    },
  }),
};
