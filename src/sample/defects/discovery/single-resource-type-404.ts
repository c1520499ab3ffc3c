import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const singleResourceType404: Defect = {
  name: 'single-resource-type-404',
  area: 'discovery',
  title: '/ResourceTypes lists the resource types, and none of them can be read by its id.',
  check: 'SC1609',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'resourceTypes' && route.id !== undefined) throw notFound(route.id);
      return next(route, request);
    },
  }),
};
