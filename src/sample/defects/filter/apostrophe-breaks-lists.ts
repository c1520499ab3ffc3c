import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const apostropheBreaksLists: Defect = {
  name: 'apostrophe-breaks-lists',
  area: 'filter',
  kind: 'values',
  title: 'As long as a user has an apostrophe in an attribute, every look-up of users answers 500.',
  failure: 'F112',
  check: 'SC1104',
  also: { SC1404: 'A page beyond the end is a list as well.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    entries: (next, type) => {
      const entries = next(type);
      if (type === 'User' && entries.some(({ attributes }) => JSON.stringify(attributes).includes("'")))
        throw new Refusal(500, 'unterminated quoted string');
      return entries;
    },
  }),
};
