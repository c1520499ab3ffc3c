import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const delete500: Defect = {
  name: 'delete-500',
  area: 'delete',
  title: 'DELETE answers 500.',
  failure: 'F91',
  check: 'SC2603',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    erase: () => {
      throw new Refusal(500, 'update or delete on table violates foreign key constraint');
    },
  }),
};
