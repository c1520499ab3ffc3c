import { getMember, isObject } from '../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Variant } from '../defect.js';

export const managersGoWhenDeleted: Variant = {
  name: 'managers-go-when-deleted',
  title: 'Who is deleted is nobody’s manager any more.',
  allowedBy: 'RFC 7643 §4.3',
  hooks: ({ store, stages }) => ({
    erase: (next, entry) => {
      next(entry);
      for (const user of store.all('User')) {
        const enterprise = user.attributes[ENTERPRISE_USER_URN];
        const manager = isObject(enterprise) ? getMember(enterprise, 'manager') : undefined;
        if (!isObject(enterprise) || !isObject(manager) || getMember(manager, 'value') !== entry.id) continue;
        const { manager: _, ...rest } = enterprise;
        stages.save('User', { ...user.attributes, [ENTERPRISE_USER_URN]: rest }, user);
      }
    },
  }),
};
