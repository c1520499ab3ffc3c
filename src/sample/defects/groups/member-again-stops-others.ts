import { getMember, isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { isPath, membersOf } from '../common.js';

export const memberAgainStopsOthers: Defect = {
  name: 'member-again-stops-others',
  area: 'groups',
  kind: 'again',
  title: 'An add of several people of whom one is a member already adds nobody.',
  check: 'SC2301',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const there = new Set(membersOf(entry).map((member) => member['value']));
      const added = assignments(operations)
        .filter((each) => each.op === 'add' && isPath(each.path, 'members'))
        .flatMap(({ value }) => (Array.isArray(value) ? value : []));
      const isThere = added.map((each) => isObject(each) && there.has(getMember(each, 'value')));
      return entry.type === 'Group' && isThere.includes(true) && isThere.includes(false) ? entry.attributes : next(entry, operations);
    },
  }),
};
