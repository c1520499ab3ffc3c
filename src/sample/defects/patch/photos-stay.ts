import type { Defect } from '../../defect.js';

export const photosStay: Defect = {
  name: 'photos-stay',
  area: 'patch',
  kind: 'lists',
  title: 'Photos that somebody has once stay as they are, whatever a PATCH says.',
  check: 'SC2113',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const photos = entry.attributes['photos'];
      const patched = next(entry, operations);
      return photos === undefined ? patched : { ...patched, photos };
    },
  }),
};
