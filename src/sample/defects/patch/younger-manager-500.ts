import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { isManagerYounger } from '../common.js';

export const youngerManager500: Defect = {
  name: 'younger-manager-500',
  area: 'patch',
  title: 'A manager who was created after those who report to them is answered 500.',
  check: ['SC2136', 'SC2201'],
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => ({
    check: (next, type, attributes, entry) => {
      next(type, attributes, entry);
      if (isManagerYounger(world, attributes, entry)) throw new Refusal(500, 'The manager is not in the tree yet.');
    },
  }),
};
