import { should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleGroupOf, get, ok } from '../messages.js';

/** SC2311 */
export const MEMBER_ONCE: StepCheck = {
  kind: 'step',
  id: 'SC2311',
  title: 'A member who is added again stands in the group once',
  severity: 'warning',
  needs: 'patch',
  impact: 'noise',
  authorities: [
    should(
      '7644',
      '3.5.2.1',
      'If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A retry of the client doubles the member; the removal then takes away only one of the two, or is refused.',
  fix: 'Treat members as a set of ids.',
  scene: {
    scenario: 'membership/again',
    request: get('/Groups/g1', 'verify'),
    nth: 3,
    good: ok(exampleGroupOf('u1')),
    bad: ok(exampleGroupOf('u1', 'u1')),
  },
};
