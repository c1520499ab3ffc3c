import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { Refusal } from '../../refusal.js';

export const extensionAbsent500: Defect = {
  name: 'extension-absent-500',
  area: 'patch',
  kind: 'poor',
  title: 'A write to an extension that the user does not have yet answers 500.',
  failure: 'F45',
  check: 'SC2110',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const touched = assignments(operations).some(({ path }) => path?.toLowerCase().startsWith(ENTERPRISE_USER_URN.toLowerCase()));
      if (touched && entry.attributes[ENTERPRISE_USER_URN] === undefined) throw new Refusal(500, 'Unexpected undefined extension.');
      return next(entry, operations);
    },
  }),
};
