import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupNamesShort: Defect = {
  name: 'group-names-short',
  area: 'groups',
  kind: 'values',
  title: 'A group whose name has more than sixty characters is refused, and the answer does not say why.',
  check: 'SC2803',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && [...String(attributes['displayName'])].length > 60)
        throw badRequest('invalidValue', 'The group is not valid.');
      next(type, attributes, entry);
    },
  }),
};
