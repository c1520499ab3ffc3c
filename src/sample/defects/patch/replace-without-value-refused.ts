import { valueAt } from '../../../scim/resource.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isSingular } from '../common.js';

export const replaceWithoutValueRefused: Defect = {
  name: 'replace-without-value-refused',
  area: 'patch',
  kind: 'poor',
  title: 'A replace of a single value is refused with 400 where the resource has none yet.',
  failure: 'F117',
  check: 'SC2134',
  clients: ['rfc'],
  hooks: ({ catalogue, stages }) => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const shown = stages.render(entry);
      const empty = operations
        .map(readOperation)
        .find(({ op, path = '' }) => op === 'replace' && isSingular(catalogue, entry.type, path) && valueAt(shown, path) === undefined);
      if (empty !== undefined) throw badRequest('noTarget', `There is nothing to replace at ${empty.path}.`);
      return operations;
    },
  }),
};
