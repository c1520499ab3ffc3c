import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const delete500Done: Defect = {
  name: 'delete-500-done',
  area: 'delete',
  kind: 'again',
  title: 'DELETE answers 500, and it has been done.',
  failure: 'F91',
  check: 'SC2146',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    erase: (next, entry) => {
      next(entry);
      throw new Refusal(500, 'The deletion could not be announced.');
    },
  }),
};
