import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, refusal } from '../messages.js';

/**
 * SC2126: asked with a filter from which no element can be made. A replace through `type eq "work"` that finds nothing must
 * fail by the standard, too, but Entra needs the element to be created there, so nobody is told off for that.
 */
export const NO_TARGET: StepCheck = {
  kind: 'step',
  id: 'SC2126',
  roots: ['SC2104', 'SC2105'],
  title: 'A replace whose value path matches nothing is answered 400',
  severity: 'error',
  needs: 'patch',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.5.2.3',
      'the service provider SHALL indicate failure by returning HTTP status code 400 and a "scimType" error code of "noTarget".',
    ),
  ],
  clients: ['rfc'],
  effect: 'The client believes that its change was made, and nothing was changed.',
  fix: 'Answer 400 with "scimType": "noTarget" when a value filter selects no value and none can be made from it.',
  scene: {
    scenario: 'rfc/patch-errors',
    request: patch('/Users/u1', { op: 'replace', path: 'emails[value ew "@nowhere.example"].display', value: 'Nobody' }),
    good: refusal(400, 'No value matches.', 'noTarget'),
    bad: ok(exampleUser()),
  },
};
