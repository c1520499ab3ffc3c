import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { isActive, isSingular } from '../common.js';

export const replaceIgnored: Defect = {
  name: 'replace-ignored',
  area: 'patch',
  title: 'A replace with the path of a single value answers 200 and changes nothing.',
  check: 'SC2113',
  also: {
    SC9002: 'A scenario expects the new value.',
    SC2123: 'A replace of the id is ignored as well.',
    SC2134: 'So is a replace of what has no value yet.',
    SC1215: 'So is a replace of the userName by one that is taken.',
  },
  clients: ['entra', 'rfc'],
  hooks: ({ catalogue }) => ({
    operations: (next, body, entry) =>
      next(body, entry).filter((each) => {
        const { op, path } = readOperation(each);
        return (
          op !== 'replace' ||
          entry.type === 'Group' ||
          isActive(path) ||
          !isSingular(catalogue, entry.type, path) ||
          path?.includes(':') === true
        );
      }),
  }),
};
