import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const dotsPassedOver: Defect = {
  name: 'dots-passed-over',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up passes over the dots in a name, as some mail services do.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => held.replaceAll('.', '') === wanted.replaceAll('.', '')),
};
