import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const createDropsExtension: Defect = {
  name: 'create-drops-extension',
  area: 'create',
  title: 'The enterprise extension of a new user is dropped.',
  failure: 'F45',
  check: 'SC1205',
  also: {
    SC2129: 'The first PATCH takes the empty extension away.',
    SC1316: 'What was dropped cannot be found.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    create: (next, type, accepted) => {
      const { [ENTERPRISE_USER_URN]: _, ...rest } = next(type, accepted);
      return rest;
    },
  }),
};
