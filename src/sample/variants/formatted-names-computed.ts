import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const formattedNamesComputed: Variant = {
  name: 'formatted-names-computed',
  title: 'The formatted name is put together anew when a part of the name changes.',
  allowedBy: 'RFC 7643 §4.1.1',
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const { name } = attributes;
      const old = entry?.attributes['name'];
      if (!isObject(name) || !isObject(old) || name['formatted'] !== old['formatted']) return next(type, attributes, entry);
      if (name['givenName'] === old['givenName'] && name['familyName'] === old['familyName']) return next(type, attributes, entry);
      const formatted = [name['givenName'], name['familyName']].filter((part) => typeof part === 'string').join(' ');
      return next(type, { ...attributes, name: { ...name, formatted } }, entry);
    },
  }),
};
