import { isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const putDropsManager: Defect = {
  name: 'put-drops-manager',
  area: 'put',
  title: 'A PUT takes the manager away, although the body has one.',
  check: 'SC2202',
  clients: ['okta'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const replaced = next(entry, accepted, body);
      const extension = replaced[ENTERPRISE_USER_URN];
      if (!isObject(extension)) return replaced;
      const { manager: _, ...rest } = extension;
      return { ...replaced, [ENTERPRISE_USER_URN]: rest };
    },
  }),
};
