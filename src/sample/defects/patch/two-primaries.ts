import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const twoPrimaries: Defect = {
  name: 'two-primaries',
  area: 'patch',
  kind: 'lists',
  title: 'Setting primary on one value leaves it set on another.',
  failure: 'F63',
  check: 'SC1118',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const before = entry.attributes['emails'];
      const emails = after['emails'];
      if (!Array.isArray(before) || !Array.isArray(emails)) return after;
      const wasPrimary = before.findIndex((each) => isObject(each) && each['primary'] === true);
      return {
        ...after,
        emails: emails.map((each, index) => (isObject(each) && index === wasPrimary ? { ...each, primary: true } : each)),
      };
    },
  }),
};
