import { ALL, field } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2702 */
export const CONSISTENT: StepCheck = {
  kind: 'step',
  id: 'SC2702',
  title: 'A read after a write shows the write at once',
  severity: 'warning',
  impact: 'noise',
  authorities: [field('F70')],
  clients: ALL,
  effect: 'Okta reads about 200 ms before it puts a resource back: an old answer undoes the last change.',
  fix: 'Answer reads from where writes go, at least for the client that wrote.',
  good: '> PATCH /Groups/u1 {"op":"replace","path":"displayName","value":"Renamed Finance"}\n< displayName = "Renamed Finance"',
  bad: '> PATCH /Groups/u1 {"op":"replace","path":"displayName","value":"Renamed Finance"}\n< displayName = "Finance"; right when read again',
};
