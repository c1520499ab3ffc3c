import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { hasNoElement } from '../common.js';

export const noTargetIgnored: Defect = {
  name: 'no-target-ignored',
  area: 'patch',
  title: 'A replace through a filter that is not an equality and matches nothing answers 200.',
  check: 'SC2126',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).filter((each) => {
        const { path } = readOperation(each);
        return !/\[\w+ (ew|sw|co) /.test(path ?? '') || !hasNoElement(entry.attributes, path);
      }),
  }),
};
