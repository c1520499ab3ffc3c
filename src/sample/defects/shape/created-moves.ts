import type { Defect } from '../../defect.js';
import { inMeta } from '../looks.js';

export const createdMoves: Defect = {
  name: 'created-moves',
  area: 'shape',
  kind: 'answers',
  title: 'meta.created is the time of the last change.',
  check: 'SC1142',
  clients: ['rfc'],
  hooks: () => ({
    ...inMeta((meta) => ({ ...meta, created: meta['lastModified'] ?? '' })),
    exchange: (next, request) => ({ ...next(request), delayMilliseconds: 600 }),
  }),
};
