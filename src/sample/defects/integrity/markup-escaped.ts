import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const markupEscaped: Defect = {
  name: 'markup-escaped',
  area: 'integrity',
  kind: 'values',
  title: 'An ampersand is kept as &amp;, as a web page writes it.',
  check: 'SC1252',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.replaceAll('&', '&amp;')) }),
};
