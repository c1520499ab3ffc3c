import type { Variant } from '../defect.js';

const WORD = 'resourceidentifier';

export const idsDifferInCase: Variant = {
  name: 'ids-differ-in-case',
  title: 'Ids differ in letter case alone.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: () => {
    let last = 0;
    return {
      newId: () => {
        last += 1;
        return [...WORD].map((letter, bit) => ((last >> bit) % 2 === 1 ? letter.toUpperCase() : letter)).join('');
      },
    };
  },
};
