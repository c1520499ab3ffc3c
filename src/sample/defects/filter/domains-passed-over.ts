import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const domainsPassedOver: Defect = {
  name: 'domains-passed-over',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up takes the part of a name before the @ for the name.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => held.split('@')[0] === wanted.split('@')[0]),
};
