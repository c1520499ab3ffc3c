import type { Defect } from '../../defect.js';
import { inLists } from '../looks.js';

export const listsWithoutEmails: Defect = {
  name: 'lists-without-emails',
  area: 'integrity',
  kind: 'picture',
  title: 'Lists and look-ups show users without their e-mail addresses.',
  check: 'SC2711',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () =>
    inLists((resource) => {
      const { emails: _, ...rest } = resource;
      return rest;
    }),
};
