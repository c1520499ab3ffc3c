import type { Variant } from '../defect.js';

export const numericIds: Variant = {
  name: 'numeric-ids',
  title: 'Ids are short texts of digits.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: () => {
    let last = 1000;
    return {
      newId: () => {
        last += 1;
        return String(last);
      },
    };
  },
};
