import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const emojiRefused: Defect = {
  name: 'emoji-refused',
  area: 'create',
  title: 'A write with a sign outside the first plane of Unicode, as an emoji is, is refused with 400.',
  check: 'SC1253',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (/\p{Extended_Pictographic}/u.test(JSON.stringify(attributes))) throw badRequest('invalidValue', 'Incorrect string value');
      next(type, attributes, entry);
    },
  }),
};
