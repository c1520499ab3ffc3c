import type { Defect } from '../../defect.js';
import { inMeta } from '../looks.js';

export const locationInside: Defect = {
  name: 'location-inside',
  area: 'shape',
  kind: 'answers',
  title: 'Locations name a host that only the inside of the network knows.',
  failure: 'F125',
  check: 'SC1141',
  clients: ['rfc'],
  hooks: () =>
    inMeta((meta) => ({ ...meta, location: String(meta['location']).replace(/^https?:\/\/[^/]+/, 'http://scim-backend.internal:8080') })),
};
