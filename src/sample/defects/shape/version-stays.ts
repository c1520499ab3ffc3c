import type { Defect } from '../../defect.js';
import { inMeta } from '../looks.js';

export const versionStays: Defect = {
  name: 'version-stays',
  area: 'shape',
  title: 'meta.version is the same whatever changes; the ETag header is right.',
  check: 'SC1841',
  clients: ['rfc'],
  hooks: () => inMeta((meta) => ({ ...meta, version: 'W/"1"' })),
};
