import type { Defect } from '../../defect.js';

export const valuesLowerCased: Defect = {
  name: 'values-lower-cased',
  area: 'integrity',
  kind: 'values',
  title: 'userName and e-mail addresses are stored in lower case.',
  failure: 'F70',
  check: 'SC1206',
  clients: ['entra'],
  hooks: () => ({
    accept: (next, type, body) => {
      const accepted = next(type, body);
      const name = accepted['userName'];
      return typeof name === 'string' ? { ...accepted, userName: name.toLowerCase() } : accepted;
    },
  }),
};
