import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const displayNamesComposed: Defect = {
  name: 'display-names-composed',
  area: 'integrity',
  title: 'The display name of a user is made of the given and the family name, whatever was sent.',
  check: 'SC1205',
  also: { SC2115: 'A PATCH of a part of the name changes the display name with it.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const { name } = attributes;
      if (type !== 'User' || !isObject(name)) return next(type, attributes, entry);
      const displayName = [name['givenName'], name['familyName']].filter((part) => part !== undefined).join(' ');
      return next(type, { ...attributes, displayName }, entry);
    },
  }),
};
