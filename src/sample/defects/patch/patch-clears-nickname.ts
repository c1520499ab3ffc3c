import type { Defect } from '../../defect.js';

export const patchClearsNickname: Defect = {
  name: 'patch-clears-nickname',
  area: 'patch',
  title: 'Every PATCH of a user empties the nickname.',
  check: 'SC2115',
  also: {
    SC2112: 'A nickname that is added is emptied by the same PATCH.',
    SC2113: 'So is one that is replaced.',
    SC2129: 'An add of what is there changes the resource after all.',
  },
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const { nickName: _, ...after } = next(entry, operations);
      return after;
    },
  }),
};
