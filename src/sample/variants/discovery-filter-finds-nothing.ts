import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const discoveryFilterFindsNothing: Variant = {
  name: 'discovery-filter-finds-nothing',
  title: 'A filter on /Schemas is answered with an empty list.',
  allowedBy: 'RFC 7644 §4',
  hooks: () => ({
    perform: (next, route, request) => {
      const filtered = new URLSearchParams(request.query).has('filter') && route.kind === 'schemas';
      if (!filtered) return next(route, request);
      const answer = next(route, { ...request, query: '' });
      return { ...answer, body: { ...(isObject(answer.body) ? answer.body : {}), totalResults: 0, itemsPerPage: 0, Resources: [] } };
    },
  }),
};
