import type { Defect } from '../../defect.js';

export const userWithoutNameAccepted: Defect = {
  name: 'user-without-name-accepted',
  area: 'create',
  title: 'A user without userName is created.',
  check: 'SC1211',
  also: { SC1116: 'The answer shows a user without userName.' },
  clients: ['rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type !== 'User' || attributes['userName'] !== undefined) next(type, attributes, entry);
    },
  }),
};
