import type { Defect } from '../../defect.js';
import { inMeta } from '../looks.js';

export const lastModifiedStays: Defect = {
  name: 'last-modified-stays',
  area: 'shape',
  kind: 'answers',
  title: 'meta.lastModified is the time of the creation, whatever changes.',
  check: 'SC1143',
  clients: ['rfc'],
  hooks: () => ({
    ...inMeta((meta) => ({ ...meta, lastModified: meta['created'] ?? '' })),
    exchange: (next, request) => ({ ...next(request), delayMilliseconds: 600 }),
  }),
};
