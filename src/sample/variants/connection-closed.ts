import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const connectionClosed: Variant = {
  name: 'connection-closed',
  title: 'The connection is closed after each answer.',
  allowedBy: 'RFC 9112 §9.6',
  hooks: () => ({ exchange: (next, request) => withHeader(next(request), 'Connection', 'close') }),
};
