import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const wrongType500: Defect = {
  name: 'wrong-type-500',
  area: 'create',
  title: 'A value of the wrong type answers 500.',
  check: 'SC1213',
  clients: ['rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      if (isObject(body['active'])) throw new Refusal(500, 'cannot cast object to boolean');
      return next(type, body);
    },
  }),
};
