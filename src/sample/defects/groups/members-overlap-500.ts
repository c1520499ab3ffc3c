import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';
import { isMembers, membersOf } from '../common.js';

export const membersOverlap500: Defect = {
  name: 'members-overlap-500',
  area: 'groups',
  kind: 'sets',
  title: 'A replace of the members by a list that holds one of them answers 500.',
  check: 'SC2305',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const held = new Set(membersOf(entry).map((member) => member['value']));
      for (const { op, path, value } of operations.map(readOperation)) {
        if (op !== 'replace' || !isMembers(path) || !Array.isArray(value)) continue;
        if (value.some((each) => isObject(each) && held.has(each['value']))) throw new Refusal(500, 'duplicate key value');
      }
      return next(entry, operations);
    },
  }),
};
