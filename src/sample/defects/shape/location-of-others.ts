import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const locationOfOthers: Defect = {
  name: 'location-of-others',
  area: 'shape',
  kind: 'answers',
  title: 'meta.location is that of the collection, not of the resource.',
  check: 'SC1114',
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      const meta = resource['meta'];
      return isObject(meta) ? { ...resource, meta: { ...meta, location: String(meta['location']).replace(/\/[^/]*$/, '') } } : resource;
    },
  }),
};
