import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const pathsIgnored: Defect = {
  name: 'paths-ignored',
  area: 'patch',
  title: 'An operation with a path answers 200 and changes nothing.',
  check: 'SC2152',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ operations: (next, body, entry) => next(body, entry).filter((each) => readOperation(each).path === undefined) }),
};
