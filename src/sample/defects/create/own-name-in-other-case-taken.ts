import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const ownNameInOtherCaseTaken: Defect = {
  name: 'own-name-in-other-case-taken',
  area: 'create',
  title: 'A userName that changes in letter case alone is refused with 409: the user has it already.',
  check: 'SC1242',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    unique: (next, type, attributes, entry) => {
      next(type, attributes, entry);
      const [before, after] = [entry?.attributes['userName'], attributes['userName']].map(String);
      if (entry?.type === 'User' && before !== after && before?.toLowerCase() === after?.toLowerCase())
        throw new Refusal(409, 'The userName is taken.', 'uniqueness');
    },
  }),
};
