import type { Variant } from '../defect.js';

export const defaultsInPlaceOfBlanks: Variant = {
  name: 'defaults-in-place-of-blanks',
  title: 'What a PUT leaves empty gets a default value.',
  allowedBy: 'RFC 7644 §3.5.1',
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const replaced = next(entry, accepted, body);
      return entry.type === 'User'
        ? { ...replaced, userType: replaced['userType'] ?? 'Default', locale: replaced['locale'] ?? 'und' }
        : replaced;
    },
  }),
};
