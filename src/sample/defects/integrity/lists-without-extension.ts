import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { inLists } from '../looks.js';

export const listsWithoutExtension: Defect = {
  name: 'lists-without-extension',
  area: 'integrity',
  kind: 'picture',
  title: 'Lists and look-ups show users without the enterprise extension.',
  check: 'SC2711',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () =>
    inLists((resource) => {
      const { [ENTERPRISE_USER_URN]: _, ...rest } = resource;
      return rest;
    }),
};
