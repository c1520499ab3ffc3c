import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupNamesNarrow: Defect = {
  name: 'group-names-narrow',
  area: 'groups',
  kind: 'values',
  title: 'A group whose name has other signs than letters of ASCII, digits, blanks and hyphens is refused with 400.',
  failure: 'F109',
  check: 'SC2315',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && /[^\w -]/.test(String(attributes['displayName'])))
        throw badRequest('invalidValue', 'The name has invalid characters.');
      next(type, attributes, entry);
    },
  }),
};
