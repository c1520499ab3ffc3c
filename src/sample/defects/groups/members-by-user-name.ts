import { isObject, type JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

export const membersByUserName: Defect = {
  name: 'members-by-user-name',
  area: 'groups',
  kind: 'picture',
  title: 'Groups show the userName of a member in place of the id.',
  check: 'SC2317',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => {
    const named = (member: JsonObject): JsonObject => {
      const user = store.get('User', String(member['value']));
      return user === undefined ? member : { ...member, value: nameOf(user) };
    };
    return {
      render: (next, entry) => {
        const resource = next(entry);
        const { members } = resource;
        return entry.type === 'Group' && Array.isArray(members) ? { ...resource, members: members.filter(isObject).map(named) } : resource;
      },
    };
  },
};
