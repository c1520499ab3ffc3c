import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { Refusal } from '../../refusal.js';

export const wholeElement500: Defect = {
  name: 'whole-element-500',
  area: 'patch',
  title:
    'A path that ends with a filter, such as emails[type eq "work"], answers 500: only one with a sub-attribute behind it is expected.',
  check: 'SC2105',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      // Members have no sub-attribute that a path could name.
      if (operations.some((each) => /^(?!members).*\]$/i.test(readOperation(each).path ?? '')))
        throw new Refusal(500, "Cannot read properties of undefined (reading 'name')");
      return operations;
    },
  }),
};
