import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const schemasMissing404: Defect = {
  name: 'schemas-missing-404',
  area: 'discovery',
  title: '/Schemas answers 404.',
  failure: 'F76',
  check: 'SC1602',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'schemas') throw notFound('/Schemas');
      return next(route, request);
    },
  }),
};
