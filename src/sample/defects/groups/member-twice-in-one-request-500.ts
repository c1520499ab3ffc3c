import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';
import { isMembers } from '../common.js';

export const memberTwiceInOneRequest500: Defect = {
  name: 'member-twice-in-one-request-500',
  area: 'groups',
  kind: 'again',
  title: 'Adding the same member twice in one request answers 500.',
  check: 'SC2301',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      for (const { op, path, value } of operations.map(readOperation)) {
        if (op !== 'add' || !isMembers(path) || !Array.isArray(value)) continue;
        const ids = value.map((each) => (isObject(each) ? each['value'] : each));
        if (new Set(ids).size < ids.length) throw new Refusal(500, 'duplicate key value');
      }
      return operations;
    },
  }),
};
