import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const inactiveMembersHidden: Defect = {
  name: 'inactive-members-hidden',
  area: 'activation',
  title: 'A group does not show those of its members who are not active.',
  check: 'SC2404',
  also: { SC2301: 'Whoever is added while not active does not show either.' },
  clients: ['entra', 'rfc'],
  hooks: ({ store }) => ({
    render: (next, entry) => {
      const resource = next(entry);
      if (entry.type !== 'Group' || !Array.isArray(resource['members'])) return resource;
      const away = new Set(
        membersOf(entry).flatMap(({ value }) => (store.get('User', String(value))?.attributes['active'] === false ? [value] : [])),
      );
      return { ...resource, members: resource['members'].filter((member) => isObject(member) && !away.has(member['value'] ?? '')) };
    },
  }),
};
