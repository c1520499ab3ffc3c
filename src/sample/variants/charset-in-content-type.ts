import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const charsetInContentType: Variant = {
  name: 'charset-in-content-type',
  title: 'Answers name their charset.',
  allowedBy: 'RFC 7644 §8.1',
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      return answer.body === undefined ? answer : withHeader(answer, 'Content-Type', 'application/scim+json; charset=utf-8');
    },
  }),
};
