import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const datesWithoutTime: Defect = {
  name: 'dates-without-time',
  area: 'shape',
  title: 'The times in meta are dates.',
  check: 'SC1115',
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const meta = isObject(resource['meta']) ? resource['meta'] : {};
      return { ...resource, meta: { ...meta, created: entry.created.slice(0, 10), lastModified: entry.lastModified.slice(0, 10) } };
    },
  }),
};
