import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';
import { namesStranger } from '../strangers.js';

export const noMemberRemovedTakesAnother: Defect = {
  name: 'no-member-removed-takes-another',
  area: 'groups',
  kind: 'sets',
  title: 'Removing somebody who is no member removes the last member.',
  check: 'SC2341',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      return namesStranger(entry, operations) ? { ...after, members: membersOf({ attributes: after }).slice(0, -1) } : after;
    },
  }),
};
