import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const opCaseIgnoredForGroups: Defect = {
  name: 'op-case-ignored-for-groups',
  area: 'patch',
  kind: 'symmetry',
  title: 'Operations on groups whose name is not in lower case are passed over.',
  failure: 'F04',
  check: 'SC2101',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) =>
      next(body, entry).filter((each) => entry.type === 'User' || (isObject(each) && each['op'] === readOperation(each).op)),
  }),
};
