import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const pathsRefused: Defect = {
  name: 'paths-refused',
  area: 'patch',
  title: 'Operations with a path are answered 400: those without one are understood alone.',
  check: 'SC2152',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (operations.some((each) => readOperation(each).path !== undefined))
        throw badRequest('invalidSyntax', 'Only whole values can be patched.');
      return operations;
    },
  }),
};
