import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const extraHeaders: Variant = {
  name: 'extra-headers',
  title: 'Answers carry further headers.',
  allowedBy: 'RFC 9110 §5.1',
  hooks: () => ({
    exchange: (next, request) => withHeader(withHeader(next(request), 'X-Request-Id', 'a1b2c3'), 'Cache-Control', 'no-store'),
  }),
};
