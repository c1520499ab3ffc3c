import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';
import type { Entry } from '../../store.js';

export const readsAreLate: Defect = {
  name: 'reads-are-late',
  area: 'integrity',
  title: 'A read shows a change a quarter of a second after it was answered.',
  check: 'SC2702',
  clients: ['okta'],
  hooks: ({ stages, clock }) => {
    const old = new Map<string, { entry: Entry; until: number }>();
    return {
      save: (next, type, attributes, entry) => {
        if (entry !== undefined) old.set(entry.id, { entry, until: clock.now() + 250 });
        return next(type, attributes, entry);
      },
      erase: (next, entry) => {
        old.delete(entry.id);
        next(entry);
      },
      perform: (next, route, request) => {
        const late = route.kind === 'resource' && request.method === 'GET' ? old.get(route.id) : undefined;
        if (late === undefined || clock.now() > late.until) return next(route, request);
        return reply(200, stages.render(late.entry));
      },
    };
  },
};
