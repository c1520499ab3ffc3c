import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const singleSchema404: Defect = {
  name: 'single-schema-404',
  area: 'discovery',
  title: '/Schemas lists the schemas, and none of them can be read by its URI.',
  failure: 'F76',
  check: 'SC1606',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'schemas' && route.id !== undefined) throw notFound(route.id);
      return next(route, request);
    },
  }),
};
