import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const sometimesThrottled: Variant = {
  name: 'sometimes-throttled',
  title: 'Every fortieth request answers 429 with Retry-After: 1.',
  allowedBy: 'RFC 6585 §4',
  hooks: () => {
    let requests = 0;
    return {
      authorize: (next, request) => {
        next(request);
        requests += 1;
        if (requests % 40 === 0) throw new Refusal(429, 'Too many requests.', undefined, [['Retry-After', '1']]);
      },
    };
  },
};
