import type { Variant } from '../defect.js';
import { notFound } from '../refusal.js';

export const noGroupType: Variant = {
  name: 'no-group-type',
  title: 'There are no groups: /ResourceTypes does not list them, and /Groups does not exist; /Schemas describes them all the same.',
  allowedBy: 'RFC 7644 §4',
  hooks: () => ({
    resourceTypes: (next) => next().filter((type) => type['id'] !== 'Group'),
    perform: (next, route, request) => {
      if (/^\/groups\b/i.test(request.path ?? '')) throw notFound('The path');
      return next(route, request);
    },
  }),
};
