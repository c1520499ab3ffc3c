import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const datesWithOffset: Variant = {
  name: 'dates-with-offset',
  title: 'Times are written with an offset.',
  allowedBy: 'RFC 7643 §2.3.5',
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const meta = isObject(resource['meta']) ? resource['meta'] : {};
      const offset = (time: string): string => time.replace(/Z$/, '+00:00');
      return { ...resource, meta: { ...meta, created: offset(entry.created), lastModified: offset(entry.lastModified) } };
    },
  }),
};
