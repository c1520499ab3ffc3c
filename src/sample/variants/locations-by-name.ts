import { isObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const locationsByName: Variant = {
  name: 'locations-by-name',
  title: 'meta.location of a user ends with the userName, and is answered like the one with the id; there are no bulk requests.',
  allowedBy: 'RFC 7643 §3.1',
  hooks: ({ store }) => ({
    config: (next) => ({ ...next(), bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 } }),
    perform: (next, route, request) => {
      if (route.kind === 'bulk') throw new Refusal(501, 'Bulk requests are not supported.');
      return next(route, request);
    },
    find: (next, type, id) =>
      next(type, id) ??
      store.all(type).find(({ attributes }) => type === 'User' && String(attributes['userName']).toLowerCase() === id.toLowerCase()),
    render: (next, entry) => {
      const shown = next(entry);
      const { meta } = shown;
      if (entry.type !== 'User' || !isObject(meta)) return shown;
      const location = String(meta['location']).replace(/[^/]*$/, encodeURIComponent(String(entry.attributes['userName'])));
      return { ...shown, meta: { ...meta, location } };
    },
  }),
};
