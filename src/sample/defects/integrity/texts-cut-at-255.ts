import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const textsCutAt255: Defect = {
  name: 'texts-cut-at-255',
  area: 'integrity',
  kind: 'values',
  title: 'Texts are cut after 255 letters, as many as a usual column has room for.',
  check: 'SC1252',
  also: { SC1205: 'A certificate is cut as well.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.slice(0, 255)) }),
};
