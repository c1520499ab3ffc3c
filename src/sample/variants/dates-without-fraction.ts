import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const datesWithoutFraction: Variant = {
  name: 'dates-without-fraction',
  title: 'Times have no fraction of a second.',
  allowedBy: 'RFC 7643 §2.3.5',
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const meta = isObject(resource['meta']) ? resource['meta'] : {};
      const cut = (time: string): string => time.replace(/\.\d+Z$/, 'Z');
      return { ...resource, meta: { ...meta, created: cut(entry.created), lastModified: cut(entry.lastModified) } };
    },
  }),
};
