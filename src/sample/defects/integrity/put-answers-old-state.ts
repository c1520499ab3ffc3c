import type { Defect } from '../../defect.js';
import { answersOldState } from '../looks.js';

export const putAnswersOldState: Defect = {
  name: 'put-answers-old-state',
  area: 'integrity',
  kind: 'answers',
  title: 'The answer to a PUT shows the resource as it was before.',
  check: 'SC2712',
  clients: ['okta', 'rfc'],
  hooks: (world) => answersOldState(world, 'PUT'),
};
