import type { Variant } from '../defect.js';

export const chunked: Variant = {
  name: 'chunked',
  title: 'Answers are sent in chunks, without Content-Length.',
  allowedBy: 'RFC 9112 §7.1',
  hooks: () => ({ exchange: (next, request) => ({ ...next(request), chunked: true }) }),
};
