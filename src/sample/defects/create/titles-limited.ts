import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const titlesLimited: Defect = {
  name: 'titles-limited',
  area: 'create',
  kind: 'values',
  title: 'A user whose title is longer than eight characters is refused.',
  check: 'SC2803',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'User' && String(attributes['title'] ?? '').length > 8)
        throw badRequest('invalidValue', 'title must not be longer than 8 characters.');
      return next(type, attributes, entry);
    },
  }),
};
