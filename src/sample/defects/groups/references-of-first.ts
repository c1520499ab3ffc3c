import { isObject, type JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const referencesOfFirst: Defect = {
  name: 'references-of-first',
  area: 'groups',
  kind: 'picture',
  title: 'The references of all members of a group lead to the first one.',
  check: 'SC2714',
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const members = resource['members'];
      const first = Array.isArray(members) ? members[0] : undefined;
      if (!Array.isArray(members) || !isObject(first)) return resource;
      const led = (each: JsonObject): JsonObject => ({ ...each, $ref: first['$ref'] ?? '' });
      return { ...resource, members: members.map((each) => (isObject(each) ? led(each) : each)) };
    },
  }),
};
