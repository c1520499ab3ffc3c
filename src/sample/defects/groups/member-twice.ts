import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isPath, membersOf } from '../common.js';

export const memberTwice: Defect = {
  name: 'member-twice',
  area: 'groups',
  kind: 'again',
  title: 'A member who is added again stands in the group twice.',
  check: 'SC2311',
  clients: ['rfc'],
  hooks: () => {
    const again = new Set<string>();
    return {
      render: (next, entry) => {
        const resource = next(entry);
        const members = resource['members'];
        return Array.isArray(members) && again.has(entry.id) ? { ...resource, members: [...members, ...members] } : resource;
      },
      operations: (next, body, entry) => {
        const operations = next(body, entry);
        const known = JSON.stringify(membersOf(entry));
        const adds = operations.map(readOperation).filter(({ op, path }) => op === 'add' && isPath(path, 'members'));
        const ids = adds
          .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
          .map((each) => (isObject(each) ? String(each['value']) : ''));
        if (ids.some((id) => id !== '' && known.includes(id))) again.add(entry.id);
        return operations;
      },
    };
  },
};
