import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { membersOf } from '../common.js';

export const innerGroups500: Defect = {
  name: 'inner-groups-500',
  area: 'groups',
  title: 'A group that is to be a member of a group is answered 500.',
  failure: 'F92',
  check: 'SC2840',
  clients: ['rfc'],
  hooks: ({ store }) => ({
    check: (next, type, attributes, entry) => {
      next(type, attributes, entry);
      if (membersOf({ attributes }).some(({ value }) => store.get('Group', String(value)) !== undefined))
        throw new Refusal(500, 'insert on table "members" violates foreign key constraint');
    },
  }),
};
