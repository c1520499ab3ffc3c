import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';
import { lookedUp } from '../looks.js';

export const bracketsInNamesRefused: Defect = {
  name: 'brackets-in-names-refused',
  area: 'filter',
  kind: 'values',
  title: 'A filter with a parenthesis or bracket inside a quoted name is refused with 400.',
  check: 'SC1341',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      if (/[()[\]]/.test(lookedUp(filter) ?? '')) throw badRequest('invalidFilter', 'A bracket is not closed.');
      return next(entries, filter, types);
    },
  }),
};
