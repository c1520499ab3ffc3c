import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const formattedNamesMade: Variant = {
  name: 'formatted-names-made',
  title: 'The formatted name is always made of the parts of the name.',
  allowedBy: 'RFC 7643 §4.1.1',
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const { name } = attributes;
      if (!isObject(name)) return next(type, attributes, entry);
      const formatted = [name['givenName'], name['familyName']].filter((part) => typeof part === 'string').join(' ');
      return next(type, formatted === '' ? attributes : { ...attributes, name: { ...name, formatted } }, entry);
    },
  }),
};
