import type { Variant } from '../defect.js';

/** People have the type already: taken away, it is there as before. */
const DEFAULTS = { locale: 'en-US', timezone: 'UTC', preferredLanguage: 'en', userType: 'Employee' };

export const defaultsWhenRemoved: Variant = {
  name: 'defaults-when-removed',
  title: 'What is not there, or is taken away, has a default value.',
  allowedBy: 'RFC 7644 §3.5.1',
  hooks: () => ({
    save: (next, type, attributes, entry) => next(type, type === 'User' ? { ...DEFAULTS, ...attributes } : attributes, entry),
  }),
};
