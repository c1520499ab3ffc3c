import { isObject } from '../../scim/json.js';
import { CORE_URNS } from '../../scim/urn.js';
import type { Variant } from '../defect.js';
import { notFound } from '../refusal.js';

export const noGroups: Variant = {
  name: 'no-groups',
  title: 'There are no groups: neither /Schemas nor /ResourceTypes lists them, and /Groups does not exist.',
  allowedBy: 'RFC 7644 §4',
  hooks: () => ({
    schemas: (next) =>
      next()
        .filter((schema) => schema['id'] !== CORE_URNS.Group)
        .map((schema) => ({
          ...schema,
          attributes: Array.isArray(schema['attributes'])
            ? schema['attributes'].filter((each) => !isObject(each) || each['name'] !== 'groups')
            : [],
        })),
    resourceTypes: (next) => next().filter((type) => type['id'] !== 'Group'),
    perform: (next, route, request) => {
      if (/^\/groups\b/i.test(request.path ?? '')) throw notFound('The path');
      return next(route, request);
    },
  }),
};
