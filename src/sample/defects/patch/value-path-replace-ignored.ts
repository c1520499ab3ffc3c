import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { hasNoElement } from '../common.js';

export const valuePathReplaceIgnored: Defect = {
  name: 'value-path-replace-ignored',
  area: 'patch',
  title: 'A replace through a value path answers 200 and changes nothing.',
  check: 'SC2105',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).filter(
        (each) =>
          readOperation(each).op !== 'replace' ||
          hasNoElement(entry.attributes, readOperation(each).path) ||
          !/\[/.test(readOperation(each).path ?? ''),
      ),
  }),
};
