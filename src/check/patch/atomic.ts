import { must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { patched, refused } from '../written.js';

/** SC2120 */
export const ATOMIC: WriteCheck = {
  kind: 'write',
  id: 'SC2120',
  decisive: true,
  title: 'A PATCH that fails changes nothing',
  severity: 'error',
  impact: 'data-damaged',
  needs: 'patch',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'If a single operation encounters an error condition, the original SCIM resource MUST be restored, and a failure status SHALL be returned.',
    ),
  ],
  clients: ['rfc'],
  effect: 'The client believes that nothing happened, and half of the change is there.',
  fix: 'Apply all operations to a copy, and keep it only when the last one has succeeded.',
  good: '> PATCH /Users/u1 {"op":"replace","path":"displayName","value":"Half Done"},{"op":"remove"}\n< displayName = "Margaret Hamilton"',
  bad: '> PATCH /Users/u1 {"op":"replace","path":"displayName","value":"Half Done"},{"op":"remove"}\n< 400, then GET: displayName = "Half Done"',
  exercises: patched,
  explains: (trouble, write) => !refused(trouble) && !write.accepted,
};
