import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const memberTypeFixed: Defect = {
  name: 'member-type-fixed',
  area: 'groups',
  kind: 'picture',
  title: 'Every member of a group is shown as a group, with the reference of one.',
  check: 'SC2714',
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const members = resource['members'];
      if (!Array.isArray(members)) return resource;
      const asGroup = (reference: unknown): string => String(reference).replace('/Users/', '/Groups/');
      return {
        ...resource,
        members: members.map((each) => (isObject(each) ? { ...each, $ref: asGroup(each['$ref']), type: 'Group' } : each)),
      };
    },
  }),
};
