import { field, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, refusal } from '../messages.js';

/** SC2122 */
export const REMOVE_WITHOUT_PATH: StepCheck = {
  kind: 'step',
  id: 'SC2122',
  roots: ['SC2106', 'SC2118', 'SC2114', 'SC2117'],
  title: 'A remove without a path is answered 400 noTarget',
  severity: 'error',
  needs: 'patch',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.5.2.2',
      'If "path" is unspecified, the operation fails with HTTP status code 400 and a "scimType" error code of "noTarget".',
    ),
    field('F58'),
  ],
  clients: ['rfc'],
  effect: 'The worst a server can do with it is to clear the whole resource.',
  fix: 'Answer 400 with "scimType": "noTarget".',
  scene: {
    scenario: 'rfc/patch-errors',
    request: patch('/Users/u1', { op: 'remove' }),
    good: refusal(400, 'A remove needs a path.', 'noTarget'),
    bad: ok(exampleUser()),
  },
};
