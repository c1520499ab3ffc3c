import type { Defect } from '../../defect.js';

export const userPatchesIgnored: Defect = {
  name: 'user-patches-ignored',
  area: 'integrity',
  title: 'A PATCH of a user is answered 200 with the user as it was, whatever it asks; groups are patched.',
  check: 'SC2118',
  also: { SC2116: 'Of a user Okta patches nothing but active, so that for Okta it is its deactivations that do not count.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ patch: (next, entry, operations) => (entry.type === 'User' ? entry.attributes : next(entry, operations)) }),
};
