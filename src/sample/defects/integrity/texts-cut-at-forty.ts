import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const textsCutAtForty: Defect = {
  name: 'texts-cut-at-forty',
  area: 'integrity',
  kind: 'values',
  title: 'Texts are cut after forty letters.',
  check: 'SC1252',
  also: {
    SC1205: 'A certificate is cut as well.',
    SC2315: 'Names that begin alike become one.',
    SC1204: 'Names that begin alike become one.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) =>
      eachText(next(type, body), (text) => (/^[0-9a-f-]{36}$|@|^https?:/.test(text) ? text : text.slice(0, 40))),
  }),
};
