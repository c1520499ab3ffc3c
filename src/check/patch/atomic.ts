import { ALL, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { exampleUser, patch, refusal } from '../messages.js';
import { isPut, patched, refused } from '../written.js';

/** SC2120 */
export const ATOMIC = defineWriteCheck({
  id: 'SC2120',
  scope: 'representation',
  decisive: true,
  title: 'A PATCH or PUT that fails changes nothing',
  severityFor: { entra: 'warning', okta: 'warning' },
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'If a single operation encounters an error condition, the original SCIM resource MUST be restored, and a failure status SHALL be returned.',
    ),
  ],
  clients: ALL,
  effect: 'The client believes that nothing happened, and half of the change is there.',
  fix: 'Apply all operations to a copy, and keep it only when the last one has succeeded.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }, { op: 'remove' }),
    given: { resource: exampleUser({ title: 'Engineer' }), wanted: [400] },
    good: { ...refusal(400, 'A remove needs a path.', 'noTarget'), after: exampleUser({ title: 'Engineer' }) },
    bad: { ...refusal(400, 'A remove needs a path.', 'noTarget'), after: exampleUser({ title: 'Director' }) },
  },
  exercises: (operation) => patched(operation) || isPut(operation),
  explains: (difference, write) => !refused(difference) && !write.accepted,
});
