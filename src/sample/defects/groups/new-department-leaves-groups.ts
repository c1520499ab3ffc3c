import { isDeepStrictEqual } from 'node:util';
import { getMember, isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import type { Entry } from '../../store.js';
import { withoutMember } from '../common.js';

export const newDepartmentLeavesGroups: Defect = {
  name: 'new-department-leaves-groups',
  area: 'groups',
  title: 'Whoever gets another department is taken out of all groups, as if the target made its groups of departments.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store, stages }) => ({
    save: (next, type, attributes, entry) => {
      const before = departmentOf(entry?.attributes);
      const saved = next(type, attributes, entry);
      if (type !== 'User' || before === undefined || isDeepStrictEqual(before, departmentOf(attributes))) return saved;
      for (const group of store.groupsWith(saved.id)) stages.save('Group', withoutMember(group, saved.id), group);
      return saved;
    },
  }),
};

function departmentOf(attributes: Entry['attributes'] = {}): unknown {
  const extension = getMember(attributes, ENTERPRISE_USER_URN);
  return isObject(extension) ? getMember(extension, 'department') : undefined;
}
