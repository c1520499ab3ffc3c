import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const latinLettersOnly: Defect = {
  name: 'latin-letters-only',
  area: 'integrity',
  kind: 'values',
  title: 'Letters beyond Latin-1 become question marks.',
  check: 'SC1252',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.replaceAll(/[\u0100-\u{10ffff}]/gu, '?')) }),
};
