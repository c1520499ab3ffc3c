import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const strongEtags: Variant = {
  name: 'strong-etags',
  title: 'Versions are strong ETags.',
  allowedBy: 'RFC 7644 §3.14',
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      const tag = answer.headers.find(([name]) => name === 'ETag')?.[1];
      return tag === undefined ? answer : withHeader(answer, 'ETag', tag.replace('W/', ''));
    },
  }),
};
