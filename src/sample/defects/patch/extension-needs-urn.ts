import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const extensionNeedsUrn: Defect = {
  name: 'extension-needs-urn',
  area: 'patch',
  title: 'Attributes of an extension are dropped unless the schemas of the user name it already.',
  failure: 'F114',
  check: 'SC2110',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const { schemas } = entry.attributes;
      const isNamed = Array.isArray(schemas) && schemas.includes(ENTERPRISE_USER_URN);
      const { [ENTERPRISE_USER_URN]: _, ...rest } = after;
      return isNamed ? after : rest;
    },
  }),
};
