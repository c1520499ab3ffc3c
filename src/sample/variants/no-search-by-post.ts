import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const noSearchByPost: Variant = {
  name: 'no-search-by-post',
  title: 'There is no query by POST.',
  allowedBy: 'RFC 7644 §3.12',
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'search') throw new Refusal(501, 'Queries by POST are not supported.');
      return next(route, request);
    },
  }),
};
