import type { Defect } from '../../defect.js';

export const putIgnoresActive: Defect = {
  name: 'put-ignores-active',
  area: 'put',
  title: 'PUT answers 200 and leaves active as it was.',
  failure: 'F11',
  check: 'SC2203',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    replace: (next, entry, accepted, body) => {
      const after = next(entry, accepted, body);
      return entry.type === 'User' ? { ...after, active: entry.attributes['active'] ?? true } : after;
    },
  }),
};
