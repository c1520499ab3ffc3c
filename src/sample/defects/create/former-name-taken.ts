import { nameAttribute } from '../../../scim/message.js';
import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { nameOf } from '../looks.js';

export const formerNameTaken: Defect = {
  name: 'former-name-taken',
  area: 'create',
  failure: 'F130',
  title: 'A name that a user or group had once stays taken after a rename, for others and for themselves: 409.',
  check: 'SC1244',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const taken = new Set<string>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        const [before, after] = [entry, saved].map((each) => (each === undefined ? undefined : nameOf(each).toLowerCase()));
        if (before !== undefined && before !== after) taken.add(`${type} ${before}`);
        return saved;
      },
      unique: (next, type, attributes, entry) => {
        const name = String(attributes[nameAttribute(type)]).toLowerCase();
        if (taken.has(`${type} ${name}`) && (entry === undefined || nameOf(entry).toLowerCase() !== name))
          throw new Refusal(409, 'The name is taken.', 'uniqueness');
        next(type, attributes, entry);
      },
    };
  },
};
