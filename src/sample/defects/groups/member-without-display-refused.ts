import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isPath } from '../common.js';

export const memberWithoutDisplayRefused: Defect = {
  name: 'member-without-display-refused',
  area: 'groups',
  title: 'A member that is added without "display" is refused with 400.',
  failure: 'F122',
  check: 'SC2301',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const added = operations
        .map(readOperation)
        .flatMap(({ op, path, value }) => (op === 'add' && isPath(path, 'members') ? [value].flat() : []));
      if (added.some((member) => isObject(member) && member['display'] === undefined))
        throw badRequest('invalidValue', 'display is required.');
      return operations;
    },
  }),
};
