import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const mistakesAnswer500: Defect = {
  name: 'mistakes-answer-500',
  area: 'errors',
  title: 'Every mistake of the client answers 500.',
  failure: 'F55',
  check: 'SC1126',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) => next(refusal.status === 400 ? new Refusal(500, 'Internal error.') : refusal, request),
  }),
};
