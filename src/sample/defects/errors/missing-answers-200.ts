import type { Defect } from '../../defect.js';

export const missingAnswers200: Defect = {
  name: 'missing-answers-200',
  area: 'errors',
  title: 'A resource that does not exist answers 200 with an error body.',
  failure: 'F22',
  check: 'SC1127',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) => ({ ...next(refusal, request), status: refusal.status === 404 ? 200 : refusal.status }),
  }),
};
