import type { Variant } from '../defect.js';

export const emptyListWithoutResources: Variant = {
  name: 'empty-list-without-resources',
  title: 'An empty list has no Resources member.',
  allowedBy: 'RFC 7644 §3.4.2',
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const { Resources, ...rest } = next(resources, page, query);
      return resources.length === 0 && page.total === 0 ? rest : { ...rest, Resources: Resources ?? [] };
    },
  }),
};
