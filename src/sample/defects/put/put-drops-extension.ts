import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const putDropsExtension: Defect = {
  name: 'put-drops-extension',
  area: 'put',
  title: 'A PUT takes the enterprise attributes away, although the body has them.',
  check: 'SC2202',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const { [ENTERPRISE_USER_URN]: _, ...rest } = next(entry, accepted, body);
      return rest;
    },
  }),
};
