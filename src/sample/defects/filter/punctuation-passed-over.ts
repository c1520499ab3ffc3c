import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const punctuationPassedOver: Defect = {
  name: 'punctuation-passed-over',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up passes over whatever is no letter, digit or @.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => bare(held) === bare(wanted)),
};

function bare(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}@]/gu, '');
}
