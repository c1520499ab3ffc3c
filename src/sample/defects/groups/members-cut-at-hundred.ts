import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const membersCutAtHundred: Defect = {
  name: 'members-cut-at-hundred',
  area: 'groups',
  kind: 'size',
  title: 'Of the members of a group the first hundred are kept.',
  check: 'SC2316',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) =>
      next(
        type,
        type === 'Group' && 'members' in attributes ? { ...attributes, members: membersOf({ attributes }).slice(0, 100) } : attributes,
        entry,
      ),
  }),
};
