import { field } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, ok } from '../messages.js';

/** SC2702: the standard does not say when a read shows a write. */
export const CONSISTENT: StepCheck = {
  kind: 'step',
  id: 'SC2702',
  title: 'A read after a write shows the write at once',
  severity: 'warning',
  impact: 'noise',
  authorities: [field('F70')],
  clients: ['entra', 'okta'],
  effect: 'Okta reads about 200 ms before it puts a resource back: an old answer undoes the last change.',
  fix: 'Answer reads from where writes go, at least for the client that wrote.',
  scene: {
    scenario: 'users/leaver',
    request: get('/Users/u1', 'verify'),
    nth: 2,
    good: excerpt(ok({ active: false })),
    bad: excerpt(ok({ active: true })),
  },
};
