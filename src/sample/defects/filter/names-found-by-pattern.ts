import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const namesFoundByPattern: Defect = {
  name: 'names-found-by-pattern',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up takes _ for any sign, as LIKE does in SQL.',
  check: 'SC1302',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () =>
    namesAlike((held, wanted) => {
      const pattern = wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('_', '.');
      return new RegExp(`^${pattern}$`, 'su').test(held);
    }),
};
