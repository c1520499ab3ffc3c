import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const change500Kept: Defect = {
  name: 'change-500-kept',
  area: 'patch',
  kind: 'again',
  title: 'A change answers 500, and it has been made.',
  check: 'SC2146',
  also: {
    SC1104: 'a change that may be refused is answered with a status that no refusal has',
    SC1205: 'what no default mapping has is changed by a step that names it, with a status that no refusal has',
    SC2120: 'what a request of the standard alone has changed is told as that',
    SC2341: 'a removal that may be refused is answered with a status that no refusal has',
    SC2713: 'a member that was added with an error has the group',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (entry !== undefined) throw new Refusal(500, 'The change could not be announced.');
      return saved;
    },
  }),
};
