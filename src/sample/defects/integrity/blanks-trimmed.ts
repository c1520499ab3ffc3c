import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const blanksTrimmed: Defect = {
  name: 'blanks-trimmed',
  area: 'integrity',
  kind: 'values',
  title: 'Blanks around a text are cut off, and of several within one is kept.',
  check: 'SC1206',
  clients: ['entra'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.trim().replaceAll(/\s+/g, ' ')) }),
};
