import type { Defect } from '../../defect.js';

export const patchDeniedInConfig: Defect = {
  name: 'patch-denied-in-config',
  area: 'discovery',
  title: '/ServiceProviderConfig says that PATCH is not supported, although it is.',
  failure: 'F77',
  check: 'SC1604',
  clients: ['rfc'],
  hooks: () => ({ config: (next) => ({ ...next(), patch: { supported: false } }) }),
};
