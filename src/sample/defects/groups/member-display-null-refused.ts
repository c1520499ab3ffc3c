import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const memberDisplayNullRefused: Defect = {
  name: 'member-display-null-refused',
  area: 'groups',
  title: 'A member with "display": null is refused with 400.',
  failure: 'F42',
  check: 'SC1214',
  clients: ['okta'],
  hooks: () => ({
    accept: (next, type, body) => {
      const members = body['members'];
      if (Array.isArray(members) && members.some((member) => isObject(member) && member['display'] === null)) {
        throw badRequest('invalidValue', 'display must be a string.');
      }
      return next(type, body);
    },
  }),
};
