import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const accentsPassedOver: Defect = {
  name: 'accents-passed-over',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up passes over accents.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => bare(held) === bare(wanted)),
};

function bare(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
