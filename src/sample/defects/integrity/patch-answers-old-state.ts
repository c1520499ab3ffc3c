import type { Defect } from '../../defect.js';
import { answersOldState } from '../looks.js';

export const patchAnswersOldState: Defect = {
  name: 'patch-answers-old-state',
  area: 'integrity',
  kind: 'answers',
  title: 'The answer to a PATCH shows the resource as it was before.',
  check: 'SC2712',
  also: { SC2125: 'The answer to a remove shows what was removed.' },
  clients: ['okta', 'rfc'],
  hooks: (world) => answersOldState(world, 'PATCH'),
};
