import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, META, ok, same } from '../messages.js';

/** SC2129 */
export const NO_OP: StepCheck = {
  kind: 'step',
  id: 'SC2129',
  roots: ['SC2112', 'SC2115'],
  title: 'An add of what is there already does not count as a change',
  severity: 'warning',
  needs: 'patch',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.5.2.1',
      'Unless other operations change the resource, this operation SHALL NOT change the modify timestamp of the resource.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Clients that read what has changed since their last visit read everything again and again.',
  fix: 'Leave meta.lastModified as it is when a PATCH leaves the resource as it is.',
  scene: {
    scenario: 'rfc/patch',
    request: get('/Users/u1', 'raw'),
    nth: 2,
    good: excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:00Z' } })),
    bad: excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:03Z' } })),
    besides: [{ ...same(get('/Users/u1', 'raw'), excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:00Z' } }))), nth: 1 }],
  },
};
