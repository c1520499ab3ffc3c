import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const gzip: Variant = {
  name: 'gzip',
  title: 'Answers are compressed for clients that accept it.',
  allowedBy: 'RFC 9110 §8.4',
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      const accepts = request.headers['accept-encoding']?.includes('gzip') === true;
      return accepts && answer.body !== undefined ? { ...withHeader(answer, 'Content-Encoding', 'gzip'), gzip: true } : answer;
    },
  }),
};
