import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { answer, exampleUser, get, ok } from '../messages.js';

/** SC1803 */
export const ETAG_UNCHANGED: StepCheck = {
  kind: 'step',
  id: 'SC1803',
  roots: ['SC1801'],
  title: 'A read of a version that the client has is answered 304',
  severity: 'warning',
  needs: 'etag',
  impact: 'noise',
  authorities: [
    says(
      '7644',
      '3.14',
      'If the resource has not changed, the service provider simply returns an empty body with a 304 (Not Modified) response code.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Clients that ask only for what has changed are sent everything.',
  fix: 'Compare If-None-Match with the version and answer 304 when they are the same.',
  scene: {
    scenario: 'rfc/etags',
    request: get('/Users/u1', 'raw'),
    nth: 2,
    good: answer(304),
    bad: ok(exampleUser()),
  },
};
