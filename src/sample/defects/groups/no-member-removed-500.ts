import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { namesStranger } from '../strangers.js';

export const noMemberRemoved500: Defect = {
  name: 'no-member-removed-500',
  area: 'groups',
  kind: 'sets',
  title: 'Removing somebody who is no member answers 500.',
  check: 'SC2341',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      if (namesStranger(entry, operations)) throw new Refusal(500, 'cannot read properties of undefined');
      return next(entry, operations);
    },
  }),
};
