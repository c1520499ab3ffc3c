import { nameAttribute } from '../../../scim/message.js';
import type { Defect } from '../../defect.js';

export const duplicateInOtherCaseAccepted: Defect = {
  name: 'duplicate-in-other-case-accepted',
  area: 'create',
  title: 'A second user is created when the userName differs in case only.',
  failure: 'F16',
  check: 'SC1210',
  clients: ['okta', 'rfc'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      const name = nameAttribute(type);
      if (store.all(type).some((other) => other.attributes[name] === attributes[name])) next(type, attributes, entry);
    },
  }),
};
