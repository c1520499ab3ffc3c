import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const emojiBreaksCreates: Defect = {
  name: 'emoji-breaks-creates',
  area: 'create',
  title: 'As soon as a user has an emoji in an attribute, every create of a user answers 500.',
  check: 'SC1204',
  clients: ['entra', 'okta'],
  hooks: () => {
    let broken = false;
    return {
      save: (next, type, attributes, entry) => {
        if (type === 'User' && entry === undefined && broken) throw new Refusal(500, 'could not decode the index');
        broken ||= type === 'User' && /\p{Extended_Pictographic}/u.test(JSON.stringify(attributes));
        return next(type, attributes, entry);
      },
    };
  },
};
