import type { Variant } from '../defect.js';

export const slowAnswers: Variant = {
  name: 'slow-answers',
  title: 'Every answer takes a while.',
  allowedBy: 'RFC 9110 §15',
  hooks: () => ({ exchange: (next, request) => ({ ...next(request), delayMilliseconds: 4 }) }),
};
