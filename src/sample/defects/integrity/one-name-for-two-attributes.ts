import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const oneNameForTwoAttributes: Defect = {
  name: 'one-name-for-two-attributes',
  area: 'integrity',
  title: 'displayName and name.formatted are kept as one value.',
  check: 'SC2115',
  clients: ['entra'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const { name, displayName } = attributes;
      const formatted = isObject(name) ? name['formatted'] : undefined;
      if (entry === undefined || formatted === undefined || displayName === undefined) return next(type, attributes, entry);
      const isRenamed = displayName !== entry.attributes['displayName'];
      const both = isRenamed ? displayName : formatted;
      return next(type, { ...attributes, displayName: both, name: { ...(isObject(name) ? name : {}), formatted: both } }, entry);
    },
  }),
};
