import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { hasNoElement } from '../common.js';

export const valuePathNoTarget: Defect = {
  name: 'value-path-no-target',
  area: 'patch',
  kind: 'poor',
  title: 'A write to a value path that matches nothing yet is refused with 400 noTarget.',
  failure: 'F06',
  check: 'SC2103',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      next(entry, operations);
      const missing = operations.map(readOperation).find(({ op, path }) => op !== 'remove' && hasNoElement(entry.attributes, path));
      if (missing !== undefined) throw badRequest('noTarget', `Nothing matches the path ${missing.path}.`);
      return next(entry, operations);
    },
  }),
};
