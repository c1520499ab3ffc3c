import { getMember, isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { Refusal } from '../../refusal.js';
import { isPath, membersOf } from '../common.js';

export const memberAgainRefused: Defect = {
  name: 'member-again-refused',
  area: 'groups',
  kind: 'again',
  title: 'An add of somebody who is a member already is refused with 409.',
  failure: 'F118',
  check: 'SC2314',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const there = new Set(membersOf(entry).map((member) => member['value']));
      const added = assignments(operations).filter((each) => each.op === 'add' && isPath(each.path, 'members'));
      const again = added
        .flatMap(({ value }) => (Array.isArray(value) ? value : []))
        .some((each) => isObject(each) && there.has(getMember(each, 'value')));
      if (entry.type === 'Group' && again) throw new Refusal(409, 'duplicate reference', 'uniqueness');
      return next(entry, operations);
    },
  }),
};
