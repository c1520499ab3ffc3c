import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isMembers, membersOf } from '../common.js';

export const membersOverlapLost: Defect = {
  name: 'members-overlap-lost',
  area: 'groups',
  kind: 'sets',
  title: 'A replace of the members drops those who were there before, the new list or not.',
  check: 'SC2305',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const held = new Set(membersOf(entry).map((member) => member['value']));
      const isReplace = operations.map(readOperation).some(({ op, path }) => op === 'replace' && isMembers(path));
      return isReplace ? { ...after, members: membersOf({ attributes: after }).filter((member) => !held.has(member['value'])) } : after;
    },
  }),
};
