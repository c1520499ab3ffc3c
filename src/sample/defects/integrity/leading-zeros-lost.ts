import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const leadingZerosLost: Defect = {
  name: 'leading-zeros-lost',
  area: 'integrity',
  kind: 'values',
  title: 'A text that consists of digits loses the zeros that it begins with.',
  check: 'SC1252',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => (/^\d+$/.test(text) ? String(Number(text)) : text)) }),
};
