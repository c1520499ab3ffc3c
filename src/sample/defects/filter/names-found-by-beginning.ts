import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const namesFoundByBeginning: Defect = {
  name: 'names-found-by-beginning',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up finds whoever has a name that begins like it.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => held.startsWith(wanted)),
};
