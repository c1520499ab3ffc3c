import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const severalChallenges: Variant = {
  name: 'several-challenges',
  title: 'A 401 names two authentication schemes.',
  allowedBy: 'RFC 9110 §11.6.1',
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      return answer.status === 401
        ? withHeader(answer, 'WWW-Authenticate', 'Basic realm="scim", Bearer realm="scim", error="invalid_token"')
        : answer;
    },
  }),
};
