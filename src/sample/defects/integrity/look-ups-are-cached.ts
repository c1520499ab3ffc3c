import type { Defect } from '../../defect.js';
import type { Reply } from '../../reply.js';

export const lookUpsAreCached: Defect = {
  name: 'look-ups-are-cached',
  area: 'integrity',
  title: 'The answer to a search is kept for its URL, and given again whatever has been written since.',
  check: 'SC1343',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const kept = new Map<string, Reply>();
    return {
      perform: (next, route, request) => {
        if (request.method !== 'GET' || !request.query.includes('filter=')) return next(route, request);
        const url = `${request.path}?${request.query}`;
        const reply = kept.get(url) ?? next(route, request);
        kept.set(url, reply);
        return reply;
      },
    };
  },
};
