import { nameAttribute } from '../../../scim/message.js';
import type { Defect } from '../../defect.js';

export const duplicateOverwrites: Defect = {
  name: 'duplicate-overwrites',
  area: 'create',
  title: 'Creating a user who exists overwrites that user and answers 201.',
  failure: 'F90',
  check: 'SC1208',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      if (entry !== undefined) next(type, attributes, entry);
    },
    save: (next, type, attributes, entry) => {
      const name = nameAttribute(type);
      return next(type, attributes, entry ?? store.all(type).find((other) => other.attributes[name] === attributes[name]));
    },
  }),
};
