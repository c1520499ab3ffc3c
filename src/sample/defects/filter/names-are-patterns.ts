import type { Defect } from '../../defect.js';
import { namesAlike } from '../looks.js';

export const namesArePatterns: Defect = {
  name: 'names-are-patterns',
  area: 'filter',
  kind: 'neighbours',
  title: 'A look-up takes the name for a regular expression: a dot is any sign.',
  check: 'SC1302',
  clients: ['entra', 'okta'],
  hooks: () => namesAlike((held, wanted) => held === wanted || isAlike(held, wanted)),
};

function isAlike(held: string, wanted: string): boolean {
  return held.length === wanted.length && [...wanted].every((sign, index) => sign === '.' || sign === held[index]);
}
