import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const extensionPathDotSplit: Defect = {
  name: 'extension-path-dot-split',
  area: 'patch',
  title: 'A path with a URN is split at the dot of "2.0", and the value lands under half a URN.',
  failure: 'F09',
  check: 'SC2109',
  also: { SC2114: 'A remove looks at the wrong place as well.' },
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const isExtension = (path: string | undefined) => path !== undefined && /^urn:.*2\.0:user:./i.test(path);
      const strays = operations.map(readOperation).filter(({ path }) => isExtension(path));
      const after = next(
        entry,
        operations.filter((each) => !isExtension(readOperation(each).path)),
      );
      const halves = strays.map(({ path = '', value = null }) => {
        const dot = path.indexOf('.');
        return [path.slice(0, dot), { [path.slice(dot + 1)]: value }];
      });
      return { ...after, ...Object.fromEntries(halves) };
    },
  }),
};
