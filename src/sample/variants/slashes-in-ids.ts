import type { Variant } from '../defect.js';

export const slashesInIds: Variant = {
  name: 'slashes-in-ids',
  title: 'Ids hold slashes, blanks and percent signs.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: () => ({ newId: (next, type, attributes) => `50% of/${next(type, attributes)}?a#b` }),
};
