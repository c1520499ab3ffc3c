import type { Variant } from '../defect.js';
import { withHeader } from '../reply.js';

export const mediaTypeInCapitals: Variant = {
  name: 'media-type-in-capitals',
  title: 'The media type is written in capitals.',
  allowedBy: 'RFC 9110 §8.3.1',
  hooks: () => ({
    exchange: (next, request) => {
      const answer = next(request);
      return answer.body === undefined ? answer : withHeader(answer, 'Content-Type', 'Application/SCIM+JSON');
    },
  }),
};
