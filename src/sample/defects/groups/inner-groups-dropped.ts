import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const innerGroupsDropped: Defect = {
  name: 'inner-groups-dropped',
  area: 'groups',
  title: 'A group that is to be a member of a group is left out without a word.',
  failure: 'F92',
  check: 'SC2840',
  clients: ['rfc'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      const members = membersOf({ attributes });
      const people = members.filter(({ value }) => store.get('Group', String(value)) === undefined);
      return next(type, people.length === members.length ? attributes : { ...attributes, members: people }, entry);
    },
  }),
};
