import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const namesFoundInsideOthers: Defect = {
  name: 'names-found-inside-others',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up finds whoever has the name anywhere in their own.',
  check: 'SC1302',
  also: { SC1315: 'Of a name with quotes and backslashes others hold a part.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => namesAlike((held, wanted) => held.includes(wanted)),
};
