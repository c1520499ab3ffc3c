import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const valuesInCapitals: Variant = {
  name: 'values-in-capitals',
  title: 'Titles, family names and names of groups are kept in capitals, as caseExact=false allows.',
  allowedBy: 'RFC 7643 §7',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const { title, displayName, name, ...rest } = next(type, body);
      return {
        ...rest,
        ...(typeof title === 'string' ? { title: title.toUpperCase() } : {}),
        ...(typeof displayName === 'string' ? { displayName: type === 'Group' ? displayName.toUpperCase() : displayName } : {}),
        ...(isObject(name) && typeof name['familyName'] === 'string'
          ? { name: { ...name, familyName: name['familyName'].toUpperCase() } }
          : name === undefined
            ? {}
            : { name }),
      };
    },
  }),
};
