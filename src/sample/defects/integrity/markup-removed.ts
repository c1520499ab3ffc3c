import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const markupRemoved: Defect = {
  name: 'markup-removed',
  area: 'integrity',
  kind: 'values',
  title: 'What stands between < and > is taken out of texts.',
  check: 'SC1252',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.replaceAll(/<[^>]*>/g, '')) }),
};
