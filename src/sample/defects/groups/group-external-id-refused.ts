import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isPath } from '../common.js';

export const groupExternalIdRefused: Defect = {
  name: 'group-external-id-refused',
  area: 'groups',
  title: 'The externalId of an existing group cannot be written: 400.',
  failure: 'F36',
  check: 'SC2321',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      if (entry.type === 'Group' && assignments(operations).some((each) => isPath(each.path, 'externalId'))) {
        throw badRequest('invalidPath', 'externalId is not supported on groups.');
      }
      return next(entry, operations);
    },
  }),
};
