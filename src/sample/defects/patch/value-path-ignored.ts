import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { hasNoElement } from '../common.js';

export const valuePathIgnored: Defect = {
  name: 'value-path-ignored',
  area: 'patch',
  title: 'A write to a value path that matches nothing yet answers 200 and changes nothing.',
  failure: 'F06',
  check: 'SC2103',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) =>
      next(
        entry,
        operations.filter((each) => readOperation(each).op === 'remove' || !hasNoElement(entry.attributes, readOperation(each).path)),
      ),
  }),
};
