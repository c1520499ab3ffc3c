import type { JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const createdMembersNotKept: Defect = {
  name: 'created-members-not-kept',
  area: 'groups',
  title: 'A new group is answered with the members that it was created with, and holds none.',
  failure: 'F127',
  check: 'SC1205',
  also: { SC1906: 'A bulk request creates such a group, too.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const echoed = new Map<string, JsonObject[]>();
    return {
      save: (next, type, attributes, entry) => {
        if (type !== 'Group' || entry !== undefined) return next(type, attributes, entry);
        const { members: _members, ...rest } = attributes;
        const saved = next(type, rest, entry);
        echoed.set(saved.id, membersOf({ attributes }));
        return saved;
      },
      perform: (next, route, request) => {
        const answer = next(route, request);
        const body = answer.body;
        const isCreated = route.kind === 'collection' && route.type === 'Group' && answer.status === 201;
        return isCreated
          ? { ...answer, body: { ...(body as JsonObject), members: echoed.get(String((body as JsonObject)['id'])) ?? [] } }
          : answer;
      },
    };
  },
};
