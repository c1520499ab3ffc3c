import { getMember, objectsIn } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath, membersOf } from '../common.js';

export const memberAgainToggled: Defect = {
  name: 'member-again-toggled',
  area: 'groups',
  kind: 'again',
  title: 'An add of somebody who is a member already takes them out of the group.',
  check: 'SC2301',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      rewrite(next(body, entry), ({ op, path, value }) => {
        const added = objectsIn(value).map((each) => getMember(each, 'value'));
        const staying = membersOf(entry).filter((member) => !added.includes(member['value']));
        return op === 'add' && isPath(path, 'members') && staying.length < membersOf(entry).length
          ? { op: 'replace', path: 'members', value: staying }
          : undefined;
      }),
  }),
};
