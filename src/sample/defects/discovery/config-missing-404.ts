import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const configMissing404: Defect = {
  name: 'config-missing-404',
  area: 'discovery',
  title: '/ServiceProviderConfig answers 404.',
  failure: 'F76',
  check: 'SC1601',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'config') throw notFound('/ServiceProviderConfig');
      return next(route, request);
    },
  }),
};
