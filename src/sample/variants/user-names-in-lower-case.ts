import type { Variant } from '../defect.js';

export const userNamesInLowerCase: Variant = {
  name: 'user-names-in-lower-case',
  title: 'User names are kept in lower case, as caseExact=false allows.',
  allowedBy: 'RFC 7643 §7',
  clients: ['rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const accepted = next(type, body);
      const name = accepted['userName'];
      return typeof name === 'string' ? { ...accepted, userName: name.toLowerCase() } : accepted;
    },
  }),
};
