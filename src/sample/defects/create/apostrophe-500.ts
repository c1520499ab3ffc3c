import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const apostrophe500: Defect = {
  name: 'apostrophe-500',
  area: 'create',
  title: 'A write of a user with an apostrophe in any of its texts is answered 500.',
  check: 'SC1253',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'User' && JSON.stringify(attributes).includes("'")) throw new Refusal(500, 'unterminated quoted string');
      next(type, attributes, entry);
    },
  }),
};
