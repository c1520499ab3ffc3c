import { USER_URN } from '../../scim/urn.js';
import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, post, refusal } from '../messages.js';

/** SC1128: RFC 9110 §15.5.6 has 405 for it; 404 and 501 say the same to a client. */
export const METHOD_UNKNOWN: StepCheck = {
  kind: 'step',
  id: 'SC1128',
  roots: ['SC1127'],
  title: 'A method that a path does not have is refused',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.12', 'Service provider does not support the request operation, e.g., PATCH.')],
  clients: ['rfc'],
  effect: 'A client that uses the wrong method is told that all went well.',
  fix: 'Answer 405 with an Allow header, or 501, to a method that an endpoint does not have.',
  scene: {
    scenario: 'rfc/mistakes',
    request: post('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com' }),
    good: refusal(405, 'A user has no POST.'),
    bad: ok(exampleUser()),
  },
};
