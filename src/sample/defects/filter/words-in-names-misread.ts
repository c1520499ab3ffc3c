import type { Defect } from '../../defect.js';
import { lookedUp } from '../looks.js';

export const wordsInNamesMisread: Defect = {
  name: 'words-in-names-misread',
  area: 'filter',
  kind: 'values',
  title: 'A filter is cut at "and", "or" and "eq" also inside a quoted name: nobody is found.',
  check: 'SC1341',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => (/ (and|or|eq) /i.test(lookedUp(filter) ?? '') ? [] : next(entries, filter, types)),
  }),
};
