import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const pathlessIgnored: Defect = {
  name: 'pathless-ignored',
  area: 'patch',
  title: 'An operation without a path answers 200 and changes nothing.',
  failure: 'F05',
  check: 'SC2106',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ operations: (next, body, entry) => next(body, entry).filter((each) => readOperation(each).path !== undefined) }),
};
