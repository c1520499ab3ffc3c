import type { Variant } from '../defect.js';

export const defaultsFilledIn: Variant = {
  name: 'defaults-filled-in',
  title: 'The server gives values to what the client left out.',
  allowedBy: 'RFC 7644 §3.3',
  hooks: () => ({
    render: (next, entry) => (entry.type === 'User' ? { profileUrl: 'https://app.example.com/people', ...next(entry) } : next(entry)),
  }),
};
