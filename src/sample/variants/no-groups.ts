import { CORE_URNS } from '../../scim/urn.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';
import { notFound } from '../refusal.js';

export const noGroups: Variant = {
  name: 'no-groups',
  title: 'There are no groups: neither /Schemas nor /ResourceTypes lists them, and /Groups does not exist.',
  allowedBy: 'RFC 7644 §4',
  hooks: () => ({
    schemas: (next) =>
      redeclared(
        next().filter((schema) => schema['id'] !== CORE_URNS.Group),
        (each) => (each['name'] === 'groups' ? undefined : each),
      ),
    resourceTypes: (next) => next().filter((type) => type['id'] !== 'Group'),
    perform: (next, route, request) => {
      if (/^\/groups\b/i.test(request.path ?? '')) throw notFound('The path');
      return next(route, request);
    },
  }),
};
