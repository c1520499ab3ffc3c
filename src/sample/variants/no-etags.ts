import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { withoutHeader } from '../reply.js';

export const noEtags: Variant = {
  name: 'no-etags',
  title: 'Neither resources nor headers carry a version.',
  allowedBy: 'RFC 7644 §3.14',
  hooks: () => ({
    exchange: (next, request) => withoutHeader(next(request), 'ETag'),
    config: (next) => ({ ...next(), etag: { supported: false } }),
    render: (next, entry) => {
      const resource = next(entry);
      const { version: _, ...meta } = isObject(resource['meta']) ? resource['meta'] : {};
      return { ...resource, meta };
    },
  }),
};
