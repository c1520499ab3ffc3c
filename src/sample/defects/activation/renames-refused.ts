import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const renamesRefused: Defect = {
  name: 'renames-refused',
  area: 'activation',
  title: 'A change of userName is refused without a word.',
  check: 'SC2407',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      if (type === 'User' && entry !== undefined && attributes['userName'] !== entry.attributes['userName'])
        throw new Refusal(400, 'Bad request.');
      return next(type, attributes, entry);
    },
  }),
};
