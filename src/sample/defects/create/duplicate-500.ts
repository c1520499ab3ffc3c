import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const duplicate500: Defect = {
  name: 'duplicate-500',
  area: 'create',
  title: 'A second user with the same userName answers 500.',
  failure: 'F16',
  check: 'SC1208',
  also: { SC1126: 'A name in other letter case is a mistake of the client, too.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    unique: (next, type, attributes, entry) => {
      try {
        next(type, attributes, entry);
      } catch (error) {
        if (entry !== undefined) throw error;
        throw new Refusal(500, 'duplicate key value violates unique constraint');
      }
    },
  }),
};
