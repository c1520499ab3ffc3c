import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';

export const bystanderWritten: Defect = {
  name: 'bystander-written',
  area: 'integrity',
  title: 'A PATCH of an e-mail address by value path writes it to every user.',
  check: 'SC2701',
  also: {
    SC2702: 'It is written to again between two looks of a step.',
    SC1205: 'Who is created at that moment has the addresses of somebody else when read back.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const touched = operations.map(readOperation).some(({ path }) => path !== undefined && /^emails\s*\[/i.test(path));
      for (const other of touched ? store.all(entry.type) : []) {
        if (other.id !== entry.id) store.put({ ...other, attributes: { ...other.attributes, emails: after['emails'] ?? [] } });
      }
      return after;
    },
  }),
};
