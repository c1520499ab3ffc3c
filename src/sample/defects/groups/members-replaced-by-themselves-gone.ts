import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isMembers, membersOf } from '../common.js';

export const membersReplacedByThemselvesGone: Defect = {
  name: 'members-replaced-by-themselves-gone',
  area: 'groups',
  kind: 'sets',
  title: 'A replace of the members by the same ones empties the group.',
  check: 'SC2305',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const isReplace = operations.map(readOperation).some(({ op, path }) => op === 'replace' && isMembers(path));
      const isSame = isDeepStrictEqual(ids(membersOf(entry)), ids(membersOf({ attributes: after })));
      return isReplace && isSame ? { ...after, members: [] } : after;
    },
  }),
};

function ids(members: readonly JsonObject[]): string[] {
  return members.map((member) => String(member['value'])).sort();
}
