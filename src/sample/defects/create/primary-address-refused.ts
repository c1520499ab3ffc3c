import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const primaryAddressRefused: Defect = {
  name: 'primary-address-refused',
  area: 'create',
  title: 'A user with a primary postal address is refused with 400.',
  check: ['SC1222', 'SC1223'],
  clients: ['entra', 'okta'],
  hooks: () => ({
    accept: (next, type, body) => {
      const { addresses } = body;
      if (type === 'User' && Array.isArray(addresses) && addresses.some((each) => isObject(each) && 'primary' in each)) {
        throw badRequest('invalidSyntax', 'attribute primary is not recognized by the schema of addresses.');
      }
      return next(type, body);
    },
  }),
};
