import type { Variant } from '../defect.js';

export const membersNotInLists: Variant = {
  name: 'members-not-in-lists',
  title: 'A list of groups leaves their members out; a GET of one group shows them.',
  allowedBy: 'RFC 7644 §3.4.2.2',
  hooks: () => ({
    envelope: (next, resources, page, query) =>
      next(query.attributes.length > 0 ? resources : resources.map(({ members: _, ...rest }) => rest), page, query),
  }),
};
