import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const create500Kept: Defect = {
  name: 'create-500-kept',
  area: 'create',
  kind: 'again',
  title: 'A create answers 500, and the user is there.',
  failure: 'F111',
  check: 'SC1225',
  also: { SC1205: 'A create with all that is advertised may be refused, but not break the server.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type === 'User' && entry === undefined) throw new Refusal(500, 'The welcome mail could not be sent.');
      return saved;
    },
  }),
};
